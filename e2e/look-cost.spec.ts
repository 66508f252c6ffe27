// What it costs to look at a connection twice a second, with all that follows from it, beside the connection itself.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { processorMsOfAll } from '../scripts/processor-time.ts';
import { processOf } from './browser-process.ts';
import { openPageWith } from './engine-module.ts';

const engine = 'web/src/engine';
/** As quality-desk.ts has it: four looks and a report. */
const intervalMs = 2_000;
/**
 * So much faster the desk's clock goes here: the cost of one look drowns in what a call costs in a second. No faster, or
 * browsers give the same statistics again, for 50 ms.
 */
const speed = 8;
const measuredMs = 20_000;
const mostPercent = 1;

declare global {
  interface Window {
    /** From now on both ends look at their connection, so many times too often; gives how often they have reported. */
    look: (times: number) => () => number;
  }
}

test('looking at a connection costs less than a hundredth of a processor', async ({
  browser,
  page,
}) => {
  await openPageWith(page, {
    '/quality-desk.js': `${engine}/quality/quality-desk.ts`,
    '/bulk-channel.js': `${engine}/peer/bulk-channel.ts`,
    '/link-port.js': `${engine}/peer/link-port.ts`,
    '/media-slots.js': `${engine}/peer/media-slots.ts`,
  });
  await page.evaluate(connectToItself);
  const pid = await processOf(browser);
  const costs = async () => {
    const beforeMs = processorMsOfAll(pid);
    await pause(measuredMs);
    return processorMsOfAll(pid) - beforeMs;
  };
  const withoutMs = await costs();
  const looks = await page.evaluateHandle((times) => window.look(times), speed);
  const withMs = await costs();
  const count = await looks.evaluate((counted) => counted());
  const lookMs = (withMs - withoutMs) / count;
  const percent = (100 * lookMs) / intervalMs;
  const ofCall = (100 * lookMs * (measuredMs / intervalMs) * 2) / withoutMs;
  console.log(
    `${count} times four looks: ${lookMs.toFixed(2)} ms of processor time, so ${percent.toFixed(2)} % of one for each connection; ${ofCall.toFixed(1)} % of what the connection itself costs`,
  );
  expect(count).toBeGreaterThan(100);
  expect(percent).toBeLessThan(mostPercent);
});

/** Two ends of one connection with a picture and a sound each way. Runs in the page. */
async function connectToItself(): Promise<void> {
  const from = (path: string) => import(path);
  const [{ QualityDesk }, { BulkChannel }, { LinkPort }, { MediaSlots }] = await Promise.all([
    from('/quality-desk.js'),
    from('/bulk-channel.js'),
    from('/link-port.js'),
    from('/media-slots.js'),
  ]);
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  const sound = context.createMediaStreamDestination();
  oscillator.connect(sound);
  oscillator.start();
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const drawing = canvas.getContext('2d');
  setInterval(() => drawing?.fillRect(Math.random() * 600, Math.random() * 300, 40, 40), 66);
  const [camera = null] = canvas.captureStream(15).getVideoTracks();
  const [microphone = null] = sound.stream.getAudioTracks();
  const tracks = { microphone, camera, screen: null, screenAudio: null };
  const createMediaStream = (of: MediaStreamTrack[]) => new MediaStream(of);

  const ends = [new RTCPeerConnection(), new RTCPeerConnection()].map((connection) => {
    const slots = new MediaSlots(connection, { createMediaStream });
    slots.send('camera', camera);
    slots.send('microphone', microphone);
    return { connection, slots };
  });
  const [near, far] = ends;
  if (!near || !far) throw new Error('there are two');
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const)
    one.connection.addEventListener('icecandidate', ({ candidate }) => {
      void other.connection.addIceCandidate(candidate ?? undefined);
    });
  near.slots.add();
  const opened = ends.map(
    ({ connection, slots }) =>
      new Promise((resolve) => {
        const onOpen = () => resolve(port);
        // Nobody sends anything over it.
        const clock = { now: () => performance.now(), after: () => () => {} };
        const bulk: unknown = new BulkChannel(connection, { clock, onOpen: () => {} });
        const port: unknown = new LinkPort(connection, { slots, bulk, onOpen });
      }),
  );
  await near.connection.setLocalDescription();
  if (near.connection.localDescription)
    await far.connection.setRemoteDescription(near.connection.localDescription);
  far.slots.adopt();
  await far.connection.setLocalDescription();
  if (far.connection.localDescription)
    await near.connection.setRemoteDescription(far.connection.localDescription);
  const ports = await Promise.all(opened);

  window.look = (times) => {
    let looks = 0;
    const clock = {
      now: () => performance.now() * times,
      after: (delayMs: number, task: () => void) => {
        const timer = setTimeout(task, delayMs / times);
        return () => clearTimeout(timer);
      },
    };
    const environment = { clock, mediaCapabilities: navigator.mediaCapabilities, processors: 8 };
    for (const port of ports) {
      const desk = new QualityDesk(environment, { on: () => undefined, own: { tracks } });
      desk.on('changed', () => (looks += 1));
      desk.connect('0000000000000000', port);
      desk.show('0000000000000000', { camera: { width: 640, height: 360 }, screen: null });
    }
    return () => looks;
  };
}
