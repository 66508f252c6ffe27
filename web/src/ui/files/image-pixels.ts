// How many pixels a picture has, by its first bytes: a few of them may stand for gigabytes. What is in it counts, as it
// does to browsers, and not the type that somebody gave it.

/** Undefined if `bytes`, the beginning of the file, is no PNG, GIF, WebP or JPEG, or does not say. */
export function imagePixels(bytes: Uint8Array<ArrayBuffer>): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  try {
    if (ascii(0, 4) === '\u0089PNG' && ascii(12, 16) === 'IHDR')
      return view.getUint32(16) * view.getUint32(20);
    if (ascii(0, 4) === 'GIF8') return gifPixels(view);
    if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return webpPixels(view, ascii(12, 16));
    if (ascii(0, 2) === '\u00FF\u00D8') return jpegPixels(view);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // It ends before it has said.
  }
  return undefined;
}

/** The first picture may reach beyond the screen it was meant for, and browsers make room for it. */
function gifPixels(view: DataView): number | undefined {
  const flags = view.getUint8(10);
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) > 0) at += view.getUint8(at) + 1;
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c) return undefined;
  const uint16 = (index: number) => view.getUint16(index, true);
  const width = Math.max(uint16(6), uint16(at + 1) + uint16(at + 5));
  return width * Math.max(uint16(8), uint16(at + 3) + uint16(at + 7));
}

/** RFC 9649, sections 2.5 to 2.7. */
function webpPixels(view: DataView, kind: string): number | undefined {
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 2 ** 16;
  if (kind === 'VP8X') return (uint24(24) + 1) * (uint24(27) + 1);
  const bits = view.getUint32(kind === 'VP8L' ? 21 : 26, true);
  if (kind === 'VP8L') return ((bits & 0x3fff) + 1) * (((bits >> 14) & 0x3fff) + 1);
  return kind === 'VP8 ' ? (bits & 0x3fff) * ((bits >> 16) & 0x3fff) : undefined;
}

/** Segment by segment up to the first that begins a frame: C0 to CF, but for DHT, JPG and DAC. */
function jpegPixels(view: DataView): number {
  for (let at = 2; ;) {
    while (view.getUint8(at) !== 0xff || view.getUint8(at + 1) === 0xff) at += 1;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7);
    const isBare = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += 2 + (isBare ? 0 : view.getUint16(at + 2));
  }
}
