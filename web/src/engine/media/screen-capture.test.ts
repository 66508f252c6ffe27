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
    screenAudio: { kind: 'audio', contentHint: 'music' },
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

test('the sound of a screen is not made for voices, and has no call in it', async () => {
  const { devices, media } = setup();
  await media.setScreen(true);
  expect(devices.askedToShare).toMatchObject([
    {
      audio: { restrictOwnAudio: true, echoCancellation: false, noiseSuppression: false },
      selfBrowserSurface: 'exclude',
      surfaceSwitching: 'include',
      systemAudio: 'exclude',
    },
  ]);
  await media.setScreen(false);
  devices.supported = { restrictOwnAudio: true } as MediaTrackSupportedConstraints;
  await media.setScreen(true);
  expect(devices.askedToShare.at(-1)).toMatchObject({ systemAudio: 'include' });
});

test('whether text stays sharp or a film fluent is changed while it is shared, and kept for the next time', async () => {
  const { media } = setup();
  await media.setScreen(true);
  const shared = media.outgoing.screen;
  media.setScreenHint('motion');
  expect(media.outgoing.screen).toBe(shared);
  expect(shared).toMatchObject({ contentHint: 'motion' });
  await media.setScreen(false);
  await media.setScreen(true);
  expect(media.outgoing.screen).toMatchObject({ contentHint: 'motion' });
});

test('another tab or window takes the place of the first on the same tracks', async () => {
  const { devices, media } = setup();
  await media.setScreen(true);
  const { screen, screenAudio } = media.outgoing;
  for (const track of devices.given) track.dispatchEvent(new Event('configurationchange'));
  expect(media.outgoing).toMatchObject({ screen, screenAudio });
  expect(media.state.screen.at).toBe('on');
});

test('a screen whose sound ends is shared without it', async () => {
  const { devices, media } = setup();
  await media.setScreen(true);
  devices.given[1]?.end();
  expect(media.outgoing).toMatchObject({ screen: { kind: 'video' }, screenAudio: null });
});
