import { expect, test } from 'vitest';
import { emptySlots } from '../slots.ts';
import { FakeTrack } from '../testing/fake-media.ts';
import { OwnSources } from './own-sources.ts';
import { noRelief } from './relief.ts';

const layer = { active: true, scaleResolutionDownBy: 2, maxBitrate: 1, maxFramerate: 1 };

function cameraOf(width: number, height: number) {
  const track = new FakeTrack('video');
  track.settings = { width, height };
  return { track, camera: track as unknown as MediaStreamTrack };
}

test('a camera that is limited for the moment counts as what it can give', () => {
  const sources = new OwnSources();
  const { track, camera } = cameraOf(1280, 720);
  const sizeOfSending = () => sources.sendingOf({ ...emptySlots, camera }, noRelief).camera;
  expect(sizeOfSending()).toMatchObject({ width: 1280, height: 720 });
  expect(sources.ofPresent(camera, layer).scaleResolutionDownBy).toBe(2);
  track.settings = { width: 640, height: 360 };
  expect(sizeOfSending()).toMatchObject({ width: 1280, height: 720 });
  expect(sources.ofPresent(camera, layer).scaleResolutionDownBy).toBe(1);
});

test('a phone that is turned gives an upright picture', () => {
  const sources = new OwnSources();
  const { track, camera } = cameraOf(1280, 720);
  expect(sources.sizeOf(camera)).toEqual({ width: 1280, height: 720 });
  track.settings = { width: 720, height: 1280 };
  expect(sources.sizeOf(camera)).toEqual({ width: 720, height: 1280 });
});

test('a camera counts as giving what comes of it, and small changes are none', () => {
  const sources = new OwnSources();
  const { camera } = cameraOf(1280, 720);
  const after = (comingPerSecond: number) => {
    sources.count(camera, comingPerSecond);
    return sources.sendingOf({ ...emptySlots, camera }, noRelief).camera?.comingPerSecond;
  };
  expect([0, 15, 13, 17, 0, 10, 24].map(after)).toEqual([undefined, 15, 15, 15, 15, 10, 24]);
});

test('what is not told is taken for the usual', () => {
  const track = new FakeTrack('video') as unknown as MediaStreamTrack;
  const { camera, sounds } = new OwnSources().sendingOf(
    { ...emptySlots, camera: track, microphone: track },
    noRelief,
  );
  expect(camera).toMatchObject({ width: 1280, height: 720, framesPerSecond: 30 });
  expect(sounds).toBe(1);
});

test('of a text letters are kept, of a film frames', () => {
  const screen = new FakeTrack('video');
  const sparesOf = (hint: string) => {
    screen.contentHint = hint;
    const tracks = { ...emptySlots, screen: screen as unknown as MediaStreamTrack };
    return new OwnSources().sendingOf(tracks, noRelief).screen?.spares;
  };
  expect(['detail', 'motion'].map(sparesOf)).toEqual(['frames', 'sharpness']);
});
