import { expect, test } from 'vitest';
import { FakeTrack } from '../testing/fake-media.ts';
import { takesSettings } from './takes-settings.ts';

function setup(settings: MediaTrackSettings) {
  const track = new FakeTrack('audio', 'm');
  track.settings = settings;
  const take = (wanted: MediaTrackConstraints) => {
    const wish = { constraints: { ...wanted, deviceId: { exact: 'm' } }, settings: wanted };
    return takesSettings(track as unknown as MediaStreamTrack, wish);
  };
  return { track, take };
}

test('a running track takes what it can', async () => {
  const { track, take } = setup({ noiseSuppression: true });
  expect(await take({ noiseSuppression: false })).toBe(true);
  expect(track.getSettings().noiseSuppression).toBe(false);
});

test.each(['no', 'pretends'] as const)(
  'a track that answers "%s" has not taken it',
  async (way) => {
    const { track, take } = setup({ noiseSuppression: true });
    track.adjusts = way;
    expect(await take({ noiseSuppression: false })).toBe(false);
    expect(await take({ noiseSuppression: true })).toBe(way === 'pretends');
  },
);

test('what the device does not know is no reason to ask for another track', async () => {
  const { track, take } = setup({});
  track.adjusts = 'pretends';
  expect(await take({ backgroundBlur: true })).toBe(true);
});
