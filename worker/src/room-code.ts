// Codes that prove themselves: 8 characters are drawn, 4 more are computed from them under the Worker's
// secret. So a guessed code is refused without waking an object, and no list of rooms is kept anywhere.
import * as v from 'valibot';
import { RoomCode, crockford } from '../../protocol/ids.ts';
import { hmac } from './hmac.ts';

const drawnLength = 8;
const proofLength = 4;

/** Draws a code that {@link isRoomCodeOf} will know under the same secret. */
export async function mintRoomCode(secret: string): Promise<RoomCode> {
  const drawn = crockford(crypto.getRandomValues(new Uint8Array(drawnLength)));
  return v.parse(RoomCode, drawn + (await proofOf(secret, drawn)));
}

/** Whether this deployment minted `code`. One guess in 2^20 is right. */
export async function isRoomCodeOf(secret: string, code: RoomCode): Promise<boolean> {
  const proof = await proofOf(secret, code.slice(0, drawnLength));
  return isSame(proof, code.slice(drawnLength));
}

async function proofOf(secret: string, drawn: string): Promise<string> {
  // The prefix keeps whatever else is ever signed with this secret from passing for a code.
  const mac = await hmac('SHA-256', secret, `room-code:${drawn}`);
  return crockford(mac.subarray(0, proofLength));
}

/**
 * Compares two strings of one length in a time that does not tell where they differ. `subtle.verify`
 * would, but takes whole signatures only, and this one is cut to four characters.
 */
function isSame(left: string, right: string): boolean {
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) {
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  }
  return difference === 0;
}
