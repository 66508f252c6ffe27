import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LocalMedia } from '../engine/media/local-media.ts';
import { MediaModel } from './media-model.ts';
import type { Preferences } from './preferences.ts';
import { fakeServices } from './testing/fake-services.ts';

async function setup(remembered: Partial<Preferences> = {}) {
  const services = fakeServices('/', remembered);
  const local = new LocalMedia(services.environment, { microphone: undefined, camera: undefined });
  const media = new MediaModel(local, services);
  await media.start();
  await setImmediate();
  return { preferences: services.preferences, media, dataUse: media.settings.dataUse };
}

test('how much a call may take is chosen for good', async () => {
  const { preferences, media, dataUse } = await setup();
  expect(dataUse.chosen.value).toBe('full');
  await dataUse.choose('saver');
  expect(dataUse.chosen.value).toBe('saver');
  expect(preferences.load().dataUse).toBe('saver');
  expect(media.camera.value.at).toBe('on');
});

test('whoever saved before they did without pictures saves again when they want some', async () => {
  const { dataUse } = await setup();
  await dataUse.choose('audio-only');
  await dataUse.showPictures();
  expect(dataUse.chosen.value).toBe('full');
  for (const use of ['saver', 'audio-only'] as const) await dataUse.choose(use);
  await dataUse.showPictures();
  expect(dataUse.chosen.value).toBe('saver');
});

test('what was chosen last time holds', async () => {
  const { dataUse } = await setup({ dataUse: 'audio-only' });
  expect(dataUse.chosen.value).toBe('audio-only');
});

test('whoever only wants sound sends no picture, until they turn their camera on again', async () => {
  const { preferences, media, dataUse } = await setup();
  await dataUse.choose('audio-only');
  expect(media.camera.value.at).toBe('off');
  expect(preferences.load()).toMatchObject({ dataUse: 'audio-only', isCameraWanted: false });
  await media.toggleCamera();
  await setImmediate();
  expect(media.camera.value.at).toBe('on');
  expect(dataUse.chosen.value).toBe('audio-only');
});
