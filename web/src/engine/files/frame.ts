// What travels over the bulk channel: a kind, the number of a transfer, that of a piece, an offset, and bytes.
import { digestBytes } from './pieces.ts';

/**
 * `from`: the receiver wants to go on with that piece; `written`: it has that many on its disk. `piece` begins one, with
 * its digest, `part` is of it, from that offset on; `checksum` ends the file and counts its pieces.
 */
export type FrameKind = 'from' | 'written' | 'piece' | 'part' | 'checksum';

export interface Frame {
  readonly kind: FrameKind;
  readonly transfer: number;
  readonly piece: number;
  /** In the piece, in bytes. */
  readonly offset: number;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What others may send: larger messages don't pass between all browsers (RFC 8831, section 6.6). */
const maxFrameBytes = 64 * 1024;
/** What is sent: more at once would fill a thin line for a while. */
const sentFrameBytes = 16 * 1024;
const headerBytes = 13;
export const maxBodyBytes = sentFrameBytes - headerBytes;

/** Their place is their number on the wire. */
const kinds: readonly FrameKind[] = ['from', 'written', 'piece', 'part', 'checksum'];

const nothing = new Uint8Array(0);

type FrameContent = Pick<Frame, 'kind' | 'transfer' | 'piece'> & Partial<Frame>;

export function encodeFrame(content: FrameContent): ArrayBuffer {
  const { kind, transfer, piece, offset = 0, body = nothing } = content;
  const frame = new ArrayBuffer(headerBytes + body.length);
  const header = new DataView(frame);
  header.setUint8(0, kinds.indexOf(kind));
  header.setUint32(1, transfer);
  header.setUint32(5, piece);
  header.setUint32(9, offset);
  new Uint8Array(frame, headerBytes).set(body);
  return frame;
}

/** Undefined for what is no frame. */
export function decodeFrame(frame: ArrayBuffer): Frame | undefined {
  if (frame.byteLength < headerBytes || frame.byteLength > maxFrameBytes) return undefined;
  const header = new DataView(frame);
  const kind = kinds[header.getUint8(0)];
  const body = new Uint8Array(frame, headerBytes);
  if (!kind || !isRightLength(kind, body.length)) return undefined;
  const transfer = header.getUint32(1);
  return { kind, transfer, piece: header.getUint32(5), offset: header.getUint32(9), body };
}

function isRightLength(kind: FrameKind, length: number): boolean {
  switch (kind) {
    case 'from':
    case 'written':
      return length === 0;
    case 'piece':
    case 'checksum':
      return length === digestBytes;
    case 'part':
      return length > 0;
    default:
      return kind satisfies never;
  }
}
