import { expect, test } from 'vitest';
import { emptySlots } from '../slots.ts';
import { FakeTrack } from '../testing/fake-media.ts';
import { type FrameRates, OwnSources } from './own-sources.ts';
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

function framesOf(camera: MediaStreamTrack) {
  const sources = new OwnSources();
  return ({ coming, asked = 24, looks = 1 }: Partial<FrameRates> & { looks?: number }) => {
    for (let look = 0; look < looks; look += 1)
      sources.noteFrames(camera, { coming: coming ?? 0, asked });
    return sources.sendingOf({ ...emptySlots, camera }, noRelief).camera?.comingPerSecond;
  };
}

test('a camera that gives fewer frames than asked for counts so after some looks, and at once when more come', () => {
  const after = framesOf(cameraOf(1280, 720).camera);
  expect(after({ coming: 10, looks: 3 })).toBeUndefined();
  expect(after({ coming: 0 })).toBeUndefined();
  expect(after({ coming: 10, looks: 4 })).toBe(10);
  expect(after({ coming: 9, looks: 9 })).toBe(10);
  expect(after({ coming: 24 })).toBe(24);
});

test('a camera that was asked for few frames may have more', () => {
  const after = framesOf(cameraOf(1280, 720).camera);
  expect(after({ coming: 15, asked: 15, looks: 9 })).toBeUndefined();
  expect(after({ coming: 10, asked: 15, looks: 9 })).toBe(10);
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
