import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LocalMedia } from '../engine/media/local-media.ts';
import { MediaModel } from './media-model.ts';
import type { Preferences } from './preferences.ts';
import { fakeServices } from './testing/fake-services.ts';

async function setup(remembered: Partial<Preferences> = {}) {
  const services = fakeServices('/', remembered);
  const { devices, preferences } = services;
  devices.supported = { noiseSuppression: true, echoCancellation: true };
  const local = new LocalMedia(services.environment, { microphone: undefined, camera: undefined });
  const media = new MediaModel(local, services);
  await media.start();
  await setImmediate();
  return { devices, preferences, media, settings: media.settings };
}

test('what the browser can do to the sound is offered, and nothing else', async () => {
  const { settings } = await setup({ echoCancellation: false });
  expect(settings.sound.value).toEqual([
    { name: 'noiseSuppression', isOn: true },
    { name: 'echoCancellation', isOn: false },
  ]);
});

test('a switch of the sound works at once and the next time', async () => {
  const { devices, preferences, settings } = await setup();
  await settings.setSound('noiseSuppression', false);
  expect(settings.sound.value[0]).toEqual({ name: 'noiseSuppression', isOn: false });
  expect(devices.live[0]?.getSettings()).toMatchObject({
    noiseSuppression: false,
    echoCancellation: true,
  });
  expect(preferences.load().noiseSuppression).toBe(false);
});

test('what was chosen last time is asked for from the start', async () => {
  const { devices } = await setup({ autoGainControl: false, isBlurred: true });
  expect(devices.asked).toMatchObject([
    { audio: { autoGainControl: false }, video: { backgroundBlur: true } },
  ]);
});

test('a background is blurred on the camera that runs, if it can', async () => {
  const { devices, preferences, settings } = await setup();
  for (const track of devices.live) {
    track.getCapabilities = () => ({ backgroundBlur: [false, true], facingMode: [] });
  }
  expect(settings.canBlur.value).toBe(true);
  await settings.blur(true);
  expect(devices.asked).toHaveLength(1);
  expect(devices.live[1]?.getSettings()).toMatchObject({ backgroundBlur: true });
  expect(preferences.load().isBlurred).toBe(true);
});

test('a camera that can’t blur anything is not said to', async () => {
  const { devices, settings } = await setup();
  for (const track of devices.live) track.getCapabilities = () => ({ backgroundBlur: [false] });
  expect(settings.canBlur.value).toBe(false);
});

test('one’s own picture is a mirror if one likes, and a phone’s back camera never', async () => {
  const { preferences, settings, media } = await setup();
  expect(settings.isMirrored.value).toBe(true);
  await media.flipCamera();
  expect(settings.isMirrored.value).toBe(false);
  expect(settings.wantsMirror.value).toBe(true);
  await media.flipCamera();
  expect(settings.isMirrored.value).toBe(true);
  settings.mirror(false);
  expect(settings.isMirrored.value).toBe(false);
  expect(preferences.load().isMirrored).toBe(false);
});

test('there is a camera to turn to where there are two that know which way they face', async () => {
  const { devices, media } = await setup();
  const camera = (deviceId: string) => ({ kind: 'videoinput', deviceId, label: deviceId }) as const;
  for (const track of devices.live) track.facingModes = ['user'];
  devices.plug(camera('default'));
  await setImmediate();
  expect(media.canFlipCamera.value).toBe(false);
  devices.plug(camera('default'), camera('back'));
  await setImmediate();
  expect(media.canFlipCamera.value).toBe(true);
  for (const track of devices.live) track.facingModes = [];
  devices.plug(camera('default'), camera('back'), camera('third'));
  await setImmediate();
  expect(media.canFlipCamera.value).toBe(false);
});

test('sharp or fluent is chosen for what is shared, and remembered', async () => {
  const { preferences, media, settings } = await setup({ screenHint: 'motion' });
  await media.toggleScreen();
  expect(media.screen.value).toMatchObject({ video: { contentHint: 'motion' } });
  settings.setScreenHint('detail');
  expect(media.screen.value).toMatchObject({ video: { contentHint: 'detail' } });
  expect(settings.screenHint.value).toBe('detail');
  expect(preferences.load().screenHint).toBe('detail');
});

test('the dialog is open from the time it is opened until it is closed', async () => {
  const { settings } = await setup();
  expect(settings.isOpen.value).toBe(false);
  settings.open();
  expect(settings.isOpen.value).toBe(true);
  settings.close();
  expect(settings.isOpen.value).toBe(false);
});

test('the sounds of the call are switched for good', async () => {
  const { preferences, settings } = await setup();
  expect(settings.playsSounds.value).toBe(true);
  settings.setPlaysSounds(false);
  expect(settings.playsSounds.value).toBe(false);
  expect(preferences.load().playsSounds).toBe(false);
});

test('the shortcuts are switched for good', async () => {
  const { preferences, settings } = await setup();
  expect(settings.usesShortcuts.value).toBe(true);
  settings.setUsesShortcuts(false);
  expect(settings.usesShortcuts.value).toBe(false);
  expect(preferences.load().usesShortcuts).toBe(false);
});
