// What a camera shows in a screenshot: somebody in front of a wall, in colours of their own. As Y4M, which Chromium plays in
// place of a camera: three planes of bytes behind a line of text, the two of colour at half the size.

const width = 640;
const height = 360;

interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** An ellipse; in pixels from the top left. */
interface Shape {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly colour: Colour;
}

export interface Look {
  /** Of the wall and of what they wear, in degrees. */
  readonly wall: number;
  readonly clothes: number;
  /** From 0, which is dark, to 1. */
  readonly skin: number;
  readonly hair: number;
}

export function portrait(look: Look): Buffer {
  const shapes = shapesOf(look);
  const pixels = Array.from({ length: width * height }, (_, index) =>
    pixelAt(index % width, Math.floor(index / width), { wall: look.wall, shapes }),
  );
  const corners = pixels.filter(
    (_, index) => index % 2 === 0 && Math.floor(index / width) % 2 === 0,
  );
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`),
    plane(pixels, ({ red, green, blue }) => 0.299 * red + 0.587 * green + 0.114 * blue),
    plane(corners, ({ red, green, blue }) => 128 - 0.169 * red - 0.331 * green + 0.5 * blue),
    plane(corners, ({ red, green, blue }) => 128 + 0.5 * red - 0.419 * green - 0.081 * blue),
  ]);
}

function plane(pixels: readonly Colour[], byteOf: (pixel: Colour) => number): Buffer {
  return Buffer.from(pixels.map((pixel) => Math.min(255, Math.max(0, Math.round(byteOf(pixel))))));
}

/** The later ones lie on the earlier ones. */
function shapesOf({ clothes, skin, hair }: Look): Shape[] {
  const face = colourOf({ hue: 24, saturation: 0.45, lightness: 0.35 + 0.4 * skin });
  const neck = colourOf({ hue: 24, saturation: 0.42, lightness: 0.3 + 0.38 * skin });
  const locks = colourOf({ hue: 28, saturation: 0.35, lightness: 0.12 + 0.4 * hair });
  const cloth = colourOf({ hue: clothes, saturation: 0.35, lightness: 0.42 });
  const dark = colourOf({ hue: 24, saturation: 0.3, lightness: 0.16 });
  const smile = colourOf({ hue: 8, saturation: 0.5, lightness: 0.28 + 0.3 * skin });
  return [
    { x: 320, y: 158, radiusX: 86, radiusY: 104, colour: locks },
    { x: 320, y: 380, radiusX: 170, radiusY: 120, colour: cloth },
    { x: 320, y: 262, radiusX: 36, radiusY: 46, colour: neck },
    { x: 320, y: 176, radiusX: 68, radiusY: 86, colour: face },
    { x: 320, y: 104, radiusX: 66, radiusY: 34, colour: locks },
    { x: 294, y: 172, radiusX: 6, radiusY: 7, colour: dark },
    { x: 346, y: 172, radiusX: 6, radiusY: 7, colour: dark },
    { x: 320, y: 214, radiusX: 24, radiusY: 12, colour: smile },
    { x: 320, y: 206, radiusX: 30, radiusY: 12, colour: face },
  ];
}

function pixelAt(
  x: number,
  y: number,
  { wall, shapes }: { readonly wall: number; readonly shapes: readonly Shape[] },
): Colour {
  const lightness = 0.84 - 0.3 * (y / height) - 0.12 * (x / width);
  let colour = colourOf({ hue: wall, saturation: 0.3, lightness });
  for (const shape of shapes) colour = mixed(colour, shape.colour, coverage(shape, x, y));
  return colour;
}

/** Of a pixel by a shape, from 0 to 1; soft over the width of a pixel or two. */
function coverage({ x, y, radiusX, radiusY }: Shape, atX: number, atY: number): number {
  const distance = Math.hypot((atX - x) / radiusX, (atY - y) / radiusY);
  return Math.min(1, Math.max(0, ((1 - distance) * Math.min(radiusX, radiusY)) / 2 + 0.5));
}

function mixed(below: Colour, above: Colour, share: number): Colour {
  const mix = (from: number, to: number) => from + (to - from) * share;
  return {
    red: mix(below.red, above.red),
    green: mix(below.green, above.green),
    blue: mix(below.blue, above.blue),
  };
}

/** From hue in degrees, saturation and lightness from 0 to 1; as in CSS Color 4, section 7.1. */
function colourOf(of: {
  readonly hue: number;
  readonly saturation: number;
  readonly lightness: number;
}): Colour {
  const { hue, saturation, lightness } = of;
  const channel = (offset: number) => {
    const turn = (offset + hue / 30) % 12;
    const depth = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - depth * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)));
  };
  return { red: channel(0), green: channel(8), blue: channel(4) };
}
