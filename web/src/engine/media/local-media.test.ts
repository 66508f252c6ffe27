import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { FakeMediaDevices } from '../testing/fake-media.ts';
import { LocalMedia } from './local-media.ts';

const denied = new DOMException('no', 'NotAllowedError');
const missing = new DOMException('none', 'NotFoundError');
const busy = new DOMException('busy', 'NotReadableError');
const microphone = { kind: 'audioinput', deviceId: 'm', label: 'Microphone' } as const;
const webcamMicrophone = { kind: 'audioinput', deviceId: 'wm', label: 'Webcam' } as const;
const builtIn = { kind: 'videoinput', deviceId: 'b', label: 'Built-in' } as const;
const webcam = { kind: 'videoinput', deviceId: 'w', label: 'Webcam' } as const;
const both = { microphone: true, camera: true };

function setup() {
  const devices = new FakeMediaDevices();
  const choice = { microphone: undefined, camera: undefined };
  const environment = fakeEnvironment(devices);
  const media = new LocalMedia(environment, choice);
  return { environment, clock: environment.clock, devices, media };
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

test('a device that goes away, and has no other in its place, is lost', async () => {
  const { devices, media } = setup();
  devices.plug(microphone, webcam);
  await media.start(both);
  devices.plug(microphone);
  await setImmediate();
  expect(media.state.camera).toEqual({ at: 'failed', problem: 'lost' });
  expect(media.outgoing.camera).toBeNull();
  expect(media.state.microphone.at).toBe('on');
});

test('one plug for camera and microphone: each has its stand-in, and the screen hears their names', async () => {
  const { devices, media } = setup();
  devices.plug(webcamMicrophone, webcam, microphone, builtIn);
  await media.start(both);
  devices.plug(microphone, builtIn);
  await setImmediate();
  expect(media.state.standIns).toEqual([
    { kind: 'microphone', device: { id: 'm', label: 'Microphone' } },
    { kind: 'camera', device: { id: 'b', label: 'Built-in' } },
  ]);
  devices.plug(microphone, builtIn, webcamMicrophone, webcam);
  await setImmediate();
  expect(media.state.standIns).toEqual([]);
  expect(devices.live.map(({ deviceId }) => deviceId).toSorted()).toEqual(['w', 'wm']);
});

test('a muted microphone that is replaced stays muted, and unmuting asks for nothing', async () => {
  const { devices, media } = setup();
  devices.plug(webcamMicrophone, microphone);
  await media.start({ microphone: true, camera: false });
  await media.setMicrophone(false);
  devices.plug(microphone);
  await setImmediate();
  expect(media.outgoing.microphone).toBeNull();
  await media.setMicrophone(true);
  expect(media.outgoing.microphone).toMatchObject({ deviceId: 'm', readyState: 'live' });
  expect(devices.asked).toHaveLength(2);
});

test('a muted microphone that is lost does not look fine: unmuting asks for one', async () => {
  const { devices, media } = setup();
  devices.plug(microphone);
  await media.start({ microphone: true, camera: false });
  await media.setMicrophone(false);
  devices.plug();
  await setImmediate();
  expect(media.state.microphone).toEqual({ at: 'failed', problem: 'lost' });
  await media.setMicrophone(true);
  expect(media.state.microphone).toEqual({ at: 'failed', problem: 'no-device' });
  devices.plug(microphone);
  await setImmediate();
  expect(media.outgoing.microphone).toMatchObject({ deviceId: 'm', readyState: 'live' });
});

test('of what the system silences nothing is sent, until it gives something again', async () => {
  const { clock, devices, media } = setup();
  await media.start(both);
  const [audio, video] = devices.given;
  audio?.setMuted(true);
  video?.setMuted(true);
  expect(media.outgoing).toMatchObject({ microphone: audio, camera: video });
  clock.advance(2_500);
  expect(media.outgoing).toMatchObject({ microphone: null, camera: null });
  audio?.setMuted(false);
  video?.setMuted(false);
  expect(media.outgoing).toMatchObject({ microphone: audio, camera: video });
});

test('a microphone that comes after it was muted again is stopped at once', async () => {
  const { devices, media } = setup();
  const starting = media.setMicrophone(true);
  await media.setMicrophone(false);
  await starting;
  expect(media.state.microphone.at).toBe('off');
  expect(devices.given).toHaveLength(1);
  expect(devices.live).toEqual([]);
});

test('whoever takes back one half of the question gets the other', async () => {
  const { devices, media } = setup();
  const starting = media.start(both);
  await media.setMicrophone(false);
  await starting;
  expect(media.state).toMatchObject({ microphone: { at: 'off' }, camera: { at: 'on' } });
  expect(devices.live.map(({ kind }) => kind)).toEqual(['video']);
});

test('a prompt that is never answered keeps nobody: both are late, and both can be given up', async () => {
  const { clock, devices, media } = setup();
  const { promise, resolve } = Promise.withResolvers<'grant'>();
  devices.audio = promise;
  const starting = media.start(both);
  clock.advance(8_000);
  const late = { at: 'starting', isLate: true };
  expect(media.state).toMatchObject({ microphone: late, camera: late });
  await media.setMicrophone(false);
  await media.setCamera(false);
  expect(media.state).toMatchObject({ microphone: { at: 'off' }, camera: { at: 'off' } });
  resolve('grant');
  await starting;
  expect(devices.given).toHaveLength(2);
  expect(devices.live).toEqual([]);
});

test('after close no track, timer or listener is left', async () => {
  const { environment, clock, devices, media } = setup();
  await media.start(both);
  await media.setScreen(true);
  for (const track of devices.given) track.setMuted(true);
  media.close();
  expect(devices.given).toHaveLength(4);
  expect(devices.live).toEqual([]);
  expect(clock.pendingTimers).toBe(0);
  expect(environment.wakeListeners.size).toBe(0);
  expect(getEventListeners(devices, 'devicechange')).toEqual([]);
});

test('after close an answer that comes late is given back', async () => {
  const { devices, media } = setup();
  const starting = media.start(both);
  media.close();
  await starting;
  expect(devices.given).toHaveLength(2);
  expect(devices.live).toEqual([]);
});
