// What a camera shows when it must cost what a camera costs: a room that moves a little, and the grain of a sensor. The
// picture of Chromium's own fake camera is so plain that it takes a tenth of the bitrate. As Y4M, which Chromium plays
// in place of a camera, over and over.
import { writeFileSync } from 'node:fs';

export interface Film {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

/** Four browsers on two processors carry no more. */
export const smallFilm = { width: 640, height: 360, framesPerSecond: 10 } satisfies Film;

/** What a page asks of a camera that shows it, so that nothing is scaled. */
export const smallPicture = {
  width: smallFilm.width,
  height: smallFilm.height,
  frameRate: smallFilm.framesPerSecond,
};

const seconds = 2;
/** Pixels that the room moves from frame to frame, there and back. */
const step = 1;
/** Of 255, either way. More than a codec can follow at some 500 kbit/s would make it drop frames. */
const grain = 1;

export function writeFilm(path: string, { width, height, framesPerSecond }: Film): void {
  const frames = seconds * framesPerSecond;
  const head = Buffer.from(
    `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`,
  );
  const random = xorshift(1);
  const plain = Buffer.alloc((width * height) / 2, 128);
  const film = Array.from({ length: frames }, (_, frame) => {
    const shift = step * Math.min(frame, frames - frame);
    const luma = Buffer.alloc(width * height);
    for (let index = 0; index < luma.length; index += 1) {
      const x = (index % width) + shift;
      const y = Math.floor(index / width);
      luma[index] = room(x, y) + (random() % (2 * grain + 1)) - grain;
    }
    return [Buffer.from('FRAME\n'), luma, plain];
  });
  writeFileSync(path, Buffer.concat([head, ...film.flat()]));
}

/** Shades with some edges in them, from 50 to 206. */
function room(x: number, y: number): number {
  const edges = Math.floor(x / 40) % 2 === Math.floor(y / 40) % 2 ? 30 : -30;
  return 128 + edges + 40 * Math.sin(x / 15) * Math.sin(y / 25) + 8 * Math.sin((x + y) / 3);
}

function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
