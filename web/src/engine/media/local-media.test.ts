import { expect, test } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { FakeMediaDevices } from '../testing/fake-media.ts';
import { LocalMedia } from './local-media.ts';

const denied = new DOMException('no', 'NotAllowedError');
const missing = new DOMException('none', 'NotFoundError');
const busy = new DOMException('busy', 'NotReadableError');
const both = { microphone: true, camera: true };

function setup() {
  const devices = new FakeMediaDevices();
  const choice = { microphone: undefined, camera: undefined };
  const media = new LocalMedia(fakeEnvironment(devices), choice);
  return { devices, media };
}

test('microphone and camera are asked for with one question', async () => {
  const { devices, media } = setup();
  await media.start(both);
  expect(devices.asked).toHaveLength(1);
  expect(media.outgoing).toMatchObject({
    microphone: { kind: 'audio' },
    camera: { kind: 'video' },
    screen: null,
  });
});

test('a no is taken for an answer, for both, and not asked again', async () => {
  const { devices, media } = setup();
  devices.audio = denied;
  await media.start(both);
  expect(devices.asked).toHaveLength(1);
  expect(media.state.microphone).toEqual({ at: 'failed', problem: 'denied' });
  expect(media.state.camera).toEqual({ at: 'failed', problem: 'denied' });
});

test('a no to the camera alone leaves the microphone that was allowed before', async () => {
  const { devices, media } = setup();
  devices.video = denied;
  devices.allowed.add('microphone');
  await media.start(both);
  expect(media.state.microphone.at).toBe('on');
  expect(media.state.camera).toEqual({ at: 'failed', problem: 'denied' });
  expect(devices.asked).toHaveLength(2);
});

test.each([
  ['no-device', missing],
  ['in-use', busy],
] as const)('with the camera %s, the microphone is there all the same', async (problem, error) => {
  const { devices, media } = setup();
  devices.video = error;
  await media.start(both);
  expect(media.state.microphone.at).toBe('on');
  expect(media.state.camera).toEqual({ at: 'failed', problem });
});

test('on an insecure page every device says so', async () => {
  const media = new LocalMedia(fakeEnvironment(), { microphone: undefined, camera: undefined });
  await media.start(both);
  await media.setScreen(true);
  const failed = { at: 'failed', problem: 'insecure-page' };
  expect(media.state).toMatchObject({ microphone: failed, camera: failed, screen: failed });
});

test('a muted microphone sends nothing but stays open; unmuting asks for nothing', async () => {
  const { devices, media } = setup();
  await media.start(both);
  await media.setMicrophone(false);
  expect(media.outgoing.microphone).toBeNull();
  expect(devices.live).toHaveLength(2);
  await media.setMicrophone(true);
  expect(media.outgoing.microphone).toBe(devices.given[0]);
  expect(devices.asked).toHaveLength(1);
});

test('whoever starts muted is not asked for a microphone until they unmute', async () => {
  const { devices, media } = setup();
  await media.start({ microphone: false, camera: false });
  expect(devices.asked).toEqual([]);
  await media.setMicrophone(true);
  expect(media.outgoing.microphone).not.toBeNull();
});

test('a camera that is turned off is stopped', async () => {
  const { devices, media } = setup();
  await media.start(both);
  await media.setCamera(false);
  expect(media.outgoing.camera).toBeNull();
  expect(devices.live.map(({ kind }) => kind)).toEqual(['audio']);
});

test('a camera that comes after it was turned off again is stopped at once', async () => {
  const { devices, media } = setup();
  const starting = media.setCamera(true);
  await media.setCamera(false);
  await starting;
  expect(media.state.camera.at).toBe('off');
  expect(devices.live).toEqual([]);
});

test('another camera replaces the first without a gap', async () => {
  const { devices, media } = setup();
  await media.start(both);
  const seen: (MediaStreamTrack | null)[] = [];
  media.on('changed', () => seen.push(media.outgoing.camera));
  await media.choose({ microphone: undefined, camera: 'other' });
  expect(seen).not.toContain(null);
  expect(devices.live.map(({ deviceId }) => deviceId)).toEqual(['default', 'other']);
});

test('a device that goes away is noticed', async () => {
  const { devices, media } = setup();
  await media.start(both);
  devices.given.find(({ kind }) => kind === 'video')?.end();
  expect(media.state.camera).toEqual({ at: 'failed', problem: 'lost' });
  expect(media.outgoing.camera).toBeNull();
});

test('a screen is shared with its sound, and stopped from the browser’s own bar', async () => {
  const { devices, media } = setup();
  await media.setScreen(true);
  expect(media.outgoing).toMatchObject({
    screen: { kind: 'video', contentHint: 'detail' },
    screenAudio: { kind: 'audio' },
  });
  devices.given[0]?.end();
  expect(media.outgoing).toMatchObject({ screen: null, screenAudio: null });
  expect(devices.live).toEqual([]);
});

test('a screen that comes after it was stopped again is stopped at once, with its sound', async () => {
  const { devices, media } = setup();
  const starting = media.setScreen(true);
  await media.setScreen(false);
  await starting;
  expect(media.state.screen).toEqual({ at: 'off' });
  expect(devices.given).toHaveLength(2);
  expect(devices.live).toEqual([]);
});

test('closing the dialogue of what to share is a no, and no failure', async () => {
  const { devices, media } = setup();
  devices.screen = denied;
  await media.setScreen(true);
  expect(media.state.screen).toEqual({ at: 'off' });
});

test('after close no track is left running', async () => {
  const { devices, media } = setup();
  await media.start(both);
  await media.setScreen(true);
  media.close();
  expect(devices.given).toHaveLength(4);
  expect(devices.live).toEqual([]);
});
