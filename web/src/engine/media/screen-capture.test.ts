import { expect, test } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { FakeMediaDevices } from '../testing/fake-media.ts';
import { LocalMedia } from './local-media.ts';

function setup() {
  const devices = new FakeMediaDevices();
  const choice = { microphone: undefined, camera: undefined };
  return { devices, media: new LocalMedia(fakeEnvironment(devices), choice) };
}

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
  devices.screen = new DOMException('no', 'NotAllowedError');
  await media.setScreen(true);
  expect(media.state.screen).toEqual({ at: 'off' });
});
