// The address of a room, `/CODE#KEY`: read however people pass it on, and written in one way.
import * as v from 'valibot';
import { type RoomCode, formatRoomCode, parseRoomCode } from '../../../protocol/ids.ts';
import { RoomKey } from '../engine/signaling/room-key.ts';

export interface RoomLink {
  readonly code: RoomCode;
  /** Undefined for an open room. */
  readonly key: RoomKey | undefined;
}

/** A code as it is typed, or the last part of a link to it, whatever stands around it. Undefined if its key is damaged. */
export function readLink(text: string): RoomLink | undefined {
  const [beforeKey = '', fragment = ''] = text.split('#');
  const code = readCode(beforeKey);
  // Behind it may be the end of a sentence, or of a bracket.
  const key = fragment.replace(/[^\w-].*$/s, '');
  if (!code) return undefined;
  if (key === '') return { code, key: undefined };
  const read = v.safeParse(RoomKey, key);
  return read.success ? { code, key: read.output } : undefined;
}

/** The path to a room, with its key. */
export function writeLink({ code, key }: RoomLink): string {
  return `/${formatRoomCode(code)}${key === undefined ? '' : `#${key}`}`;
}

function readCode(text: string): RoomCode | undefined {
  const [beforeQuery = ''] = text.split('?');
  const lastPart =
    beforeQuery
      .replace(/[^\p{L}\d]+$/u, '')
      .split('/')
      .at(-1) ?? '';
  return parseRoomCode(lastPart.replaceAll(/[^\p{L}\d]/gu, ''));
}
