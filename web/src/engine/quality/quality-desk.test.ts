import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import type { View } from '../../../../protocol/peer-status.ts';
import { emptySlots } from '../slots.ts';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { FakeLinkPort } from '../testing/fake-link-port.ts';
import { FakeTrack } from '../testing/fake-media.ts';
import { FakeMesh } from '../testing/fake-mesh.ts';
import { settle, until } from '../testing/linked-desks.ts';
import type { Capabilities } from './codecs.ts';
import { QualityDesk } from './quality-desk.ts';

const [self, ana, ben] = [idOf(1), idOf(2), idOf(3)];
const lookMs = 500;

function setup(capabilities?: Capabilities) {
  const environment = {
    ...fakeEnvironment(),
    mediaCapabilities: capabilities,
  };
  const { clock } = environment;
  const mesh = new FakeMesh(self);
  const camera = new FakeTrack('video');
  camera.settings = { width: 1280, height: 720 };
  mesh.tracks = { ...emptySlots, camera: camera as unknown as MediaStreamTrack };
  const desk = new QualityDesk(environment, mesh.asMesh);
  const limits: MediaTrackConstraints[] = [];
  desk.on('enough', (limit) => limits.push(limit));
  /** Four looks, of which the last is reported. */
  const look = async () => {
    for (let each = 0; each < 4; each += 1) {
      clock.advance(lookMs);
      await settle();
    }
  };
  const connect = (id = ana) => {
    const port = new FakeLinkPort();
    desk.connect(id, port.asPort);
    return port;
  };
  return { clock, desk, mesh, limits, look, connect };
}

function idOf(byte: number) {
  return peerIdFrom(new Uint8Array(16).fill(byte));
}

function view(width: number): View {
  return { type: 'view', camera: { width, height: (width * 9) / 16 }, screen: null, efficient: [] };
}

test('whoever says what they show is sent that at once', () => {
  const { connect, clock } = setup();
  const port = connect();
  clock.advance(1_000);
  port.hear(view(320));
  expect(port.encodingOf('camera')).toMatchObject({ active: true, scaleResolutionDownBy: 4 });
  clock.advance(1_000);
  port.hear({ ...view(320), camera: null });
  expect(port.encodingOf('camera')).toMatchObject({ active: false });
});

test('whoever changes their mind without end is followed a few times a second, up to the last word', () => {
  const { connect, clock } = setup();
  const port = connect();
  port.encodings.length = 0;
  for (let round = 0; round < 500; round += 1) {
    port.hear(view(round % 2 === 0 ? 1280 : 320));
    clock.advance(2);
  }
  const changes = port.encodings.filter(([slot]) => slot === 'camera');
  expect(changes.length).toBeLessThanOrEqual(6);
  clock.advance(200);
  expect(port.encodingOf('camera')).toMatchObject({ scaleResolutionDownBy: 4 });
});

test('each is told what is seen of them, again at each look, and when they are connected anew', async () => {
  const { desk, connect, look } = setup();
  const port = connect();
  const shown = { camera: { width: 640, height: 360 }, screen: null };
  desk.show(ana, shown);
  const word = { type: 'view', ...shown, efficient: [] };
  expect(port.told).toEqual([word]);
  await look();
  expect(port.told).toEqual([word, word]);
  expect(connect().told).toEqual([word]);
  expect(connect(ben).told).toEqual([]);
});

test('of whoever has left nothing is kept', () => {
  const { desk, mesh, connect } = setup();
  connect();
  desk.show(ana, { camera: null, screen: null });
  mesh.lose(ana);
  expect(connect().told).toEqual([]);
});

test('the camera gives less once nobody needs more, and all of it again when somebody does', async () => {
  const { connect, look, limits, clock } = setup();
  const port = connect();
  port.hear(view(320));
  for (let each = 0; each < 3; each += 1) await look();
  expect(limits).toEqual([
    { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15 } },
  ]);
  port.hear(view(1280));
  clock.advance(200);
  expect(limits.at(-1)).toMatchObject({ width: { ideal: 1280 } });
});

test('a camera that gives few frames is allowed what those take', async () => {
  const { connect, look } = setup();
  const [port, beside] = [connect(ana), connect(ben)];
  for (const each of [port, beside]) each.hear(view(640));
  await look();
  const before = port.encodingOf('camera')?.maxBitrate ?? 0;
  port.slotOf = () => 'camera';
  port.readStats = () => Promise.resolve(framesPerSecond(10));
  await look();
  for (const each of [port, beside])
    expect(each.encodingOf('camera')?.maxBitrate).toBeLessThan(before * 0.7);
});

/** What a browser tells of a camera. */
function framesPerSecond(count: number): RTCStatsReport {
  const entries = [
    { id: 'sent', type: 'outbound-rtp', mid: '1', mediaSourceId: 'source' },
    { id: 'source', type: 'media-source', framesPerSecond: count },
  ];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

test('whoever saves data sends each a part of what there is for all', () => {
  const { desk, connect, clock } = setup();
  const ports = [connect(ana), connect(ben)];
  for (const port of ports) port.hear(view(640));
  clock.advance(200);
  desk.saveData(true);
  for (const port of ports)
    expect(port.encodingOf('camera')?.maxBitrate).toBeLessThanOrEqual(200_000);
});

test('what this platform does in hardware may be known after what the others do', async () => {
  const answer = Promise.withResolvers<{ supported: boolean; powerEfficient: boolean }>();
  const ask = () => answer.promise as Promise<MediaCapabilitiesEncodingInfo>;
  const { connect } = setup({ encodingInfo: ask, decodingInfo: ask as never });
  const port = connect();
  const codec: RTCRtpCodec = { mimeType: 'video/H264', clockRate: 90_000 };
  port.codecs = [codec];
  port.hear({ ...view(320), efficient: ['video/H264'] });
  answer.resolve({ supported: true, powerEfficient: true });
  await until(() => port.encodings.some(([, change]) => change.codec === codec));
});

test('while one look takes its time no other begins', async () => {
  const { clock, connect } = setup();
  const port = connect();
  const reading = Promise.withResolvers<RTCStatsReport>();
  let readings = 0;
  port.readStats = () => {
    readings += 1;
    return reading.promise;
  };
  clock.advance(5 * lookMs);
  expect(readings).toBe(1);
  reading.resolve(new Map());
  await settle();
  clock.advance(lookMs);
  expect(readings).toBe(2);
});

test('a desk that is closed leaves no timer', () => {
  const { desk, connect, clock } = setup();
  connect().hear(view(320));
  desk.close();
  expect(clock.pendingTimers).toBe(0);
});
