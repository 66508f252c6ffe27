import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LocalMedia } from '../engine/media/local-media.ts';
import { MediaModel } from './media-model.ts';
import type { Preferences } from './preferences.ts';
import { fakeServices } from './testing/fake-services.ts';

async function setup(remembered: Partial<Preferences> = {}) {
  const services = fakeServices('/', { isMicrophoneWanted: false, ...remembered });
  const { devices, environment, preferences } = services;
  const local = new LocalMedia(services.environment, { microphone: undefined, camera: undefined });
  const media = new MediaModel(local, services);
  await media.start();
  await setImmediate();
  return { devices, environment, preferences, media };
}

test('what was off last time is off this time, and not asked for', async () => {
  const { devices, media } = await setup({ isCameraWanted: false });
  expect(media.camera.value.at).toBe('off');
  expect(media.isMuted.value).toBe(true);
  expect(devices.asked).toEqual([]);
});

test('whoever mutes while the microphone is still starting takes the question back', async () => {
  const { devices, media } = await setup({ isCameraWanted: false });
  const unmuting = media.toggleMicrophone();
  expect(media.microphone.value.at).toBe('starting');
  await media.toggleMicrophone();
  await unmuting;
  expect(media.microphone.value.at).toBe('off');
  expect(media.isMuted.value).toBe(true);
  expect(devices.live).toEqual([]);
  await media.toggleMicrophone();
  expect(media.microphone.value.at).toBe('on');
  expect(media.isMuted.value).toBe(false);
});

test('whoever turns the camera off while it is still starting takes the question back', async () => {
  const { devices, media } = await setup({ isCameraWanted: false });
  const starting = media.toggleCamera();
  await media.toggleCamera();
  await starting;
  expect(media.camera.value.at).toBe('off');
  expect(devices.live).toEqual([]);
});

test('a lost microphone is no longer muted by the button that asks for it again', async () => {
  const { devices, media } = await setup({ isMicrophoneWanted: true, isCameraWanted: false });
  devices.audio = new DOMException('none', 'NotFoundError');
  devices.given[0]?.end();
  await setImmediate();
  expect(media.microphone.value).toEqual({ at: 'failed', problem: 'lost' });
  devices.audio = 'grant';
  await media.toggleMicrophone();
  expect(media.microphone.value.at).toBe('on');
  expect(media.isMuted.value).toBe(false);
});

test('the devices in use in place of others are told', async () => {
  const { devices, media } = await setup();
  const camera = (deviceId: string) => ({ kind: 'videoinput', deviceId, label: deviceId }) as const;
  devices.plug(camera('first'), camera('second'));
  await media.chooseCamera('first');
  devices.plug(camera('second'));
  await setImmediate();
  expect(media.standIns.value).toEqual([
    { kind: 'camera', device: { id: 'second', label: 'second' } },
  ]);
});

test('the camera is toggled, and the choice remembered', async () => {
  const { devices, preferences, media } = await setup();
  expect(media.camera.value.at).toBe('on');
  await media.toggleCamera();
  expect(media.camera.value.at).toBe('off');
  expect(devices.live).toEqual([]);
  expect(preferences.load().isCameraWanted).toBe(false);
  await media.toggleCamera();
  expect(media.camera.value.at).toBe('on');
});

test('a camera that failed is tried again by the same button', async () => {
  const { devices, media } = await setup({ isCameraWanted: false });
  devices.video = new DOMException('busy', 'NotReadableError');
  await media.toggleCamera();
  expect(media.camera.value).toEqual({ at: 'failed', problem: 'in-use' });
  devices.video = 'grant';
  await media.toggleCamera();
  expect(media.camera.value.at).toBe('on');
});

test('a chosen camera is used at once and the next time', async () => {
  const { devices, preferences, media } = await setup();
  await media.chooseCamera('other');
  expect(devices.live.map(({ deviceId }) => deviceId)).toEqual(['other']);
  expect(preferences.load().cameraId).toBe('other');
  expect(media.selected.camera.value).toBe('other');
});

test('what is plugged in can be chosen, also before anything was turned on', async () => {
  const { devices, media } = await setup({ isCameraWanted: false });
  devices.plug({ kind: 'audioinput', deviceId: 'late', label: 'Late' });
  await setImmediate();
  expect(media.devices.value.microphone).toEqual([{ id: 'late', label: 'Late' }]);
});

test('a model that is gone listens to no device and measures no level', async () => {
  const { devices, environment, media } = await setup({ isMicrophoneWanted: true });
  expect(environment.openAudioContexts).toBe(1);
  media[Symbol.dispose]();
  expect(environment.openAudioContexts).toBe(0);
  expect(environment.clock.pendingTimers).toBe(0);
  devices.plug({ kind: 'audioinput', deviceId: 'late', label: 'Late' });
  await setImmediate();
  expect(media.devices.value.microphone).toEqual([]);
});
