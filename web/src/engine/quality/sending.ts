// What this side has to send at the moment, read off its tracks.
import type { SlotTracks } from '../slots.ts';
import type { Sending } from './choose-layers.ts';
import type { Source } from './picture.ts';

/** What cameras are asked for: until one tells what it gives. */
const usual = { width: 1280, height: 720, framesPerSecond: 30 };

export function sendingOf({ microphone, camera, screen, screenAudio }: SlotTracks): Sending {
  return {
    camera: camera && sourceOf(camera),
    screen: screen && sourceOf(screen),
    sounds: [microphone, screenAudio].filter((track) => track !== null).length,
  };
}

function sourceOf(track: MediaStreamTrack): Source {
  const { width, height, frameRate } = track.getSettings();
  return {
    width: width || usual.width,
    height: height || usual.height,
    framesPerSecond: frameRate || usual.framesPerSecond,
    spares: track.contentHint === 'detail' || track.contentHint === 'text' ? 'frames' : 'sharpness',
  };
}
