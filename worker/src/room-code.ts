// Codes that prove themselves: 8 characters are drawn, 4 more are computed from them and the room's lock under the
// Worker's secret. So a guessed code is refused without waking an object, and no list of rooms is kept anywhere.
import * as v from 'valibot';
import { RoomCode, crockford } from '../../protocol/ids.ts';
import type { Lock } from '../../protocol/room.ts';
import { hmac, isSame } from './hmac.ts';

const drawnLength = 8;
const proofLength = 4;

/** Draws a code that {@link isRoomCodeOf} will know under the same secret, with the same lock. */
export async function mintRoomCode(secret: string, lock: Lock): Promise<RoomCode> {
  const drawn = crockford(crypto.getRandomValues(new Uint8Array(drawnLength)));
  return v.parse(RoomCode, drawn + (await proofOf(secret, { drawn, lock })));
}

/** Whether this deployment minted `code` for this lock. One guess in 2^20 is right. */
export async function isRoomCodeOf(
  secret: string,
  { code, lock }: { code: RoomCode; lock: Lock },
): Promise<boolean> {
  const proof = await proofOf(secret, { drawn: code.slice(0, drawnLength), lock });
  return isSame(proof, code.slice(drawnLength));
}

/** Names a room's object. With the lock in it, whoever finds another key for a code does not find its people. */
export function roomName(code: RoomCode, lock: Lock): string {
  return `${code}.${lock}`;
}

async function proofOf(secret: string, { drawn, lock }: { drawn: string; lock: Lock }) {
  // The prefix keeps whatever else is signed with this secret from passing for a code.
  const mac = await hmac('SHA-256', secret, `room-code:${drawn}:${lock}`);
  return crockford(mac.subarray(0, proofLength));
}
