// Tokens that make a host. Nothing of them is stored: the Worker knows its own signature again.
import * as v from 'valibot';
import { HostToken } from '../../protocol/credential.ts';
import { toBase64Url } from './base64url.ts';
import { hmac, isSame } from './hmac.ts';

/** How often the powers over a room had been handed over when the token was signed, and the name of its object. */
export type Powers = { readonly handOvers: number; readonly room: string };

export async function signHostToken(
  secret: string,
  { handOvers, room }: Powers,
): Promise<HostToken> {
  // The prefix keeps whatever else is signed with this secret from passing for a token.
  const signature = await hmac('SHA-256', secret, `host:${handOvers}:${room}`);
  return v.parse(HostToken, `${handOvers}.${toBase64Url(signature)}`);
}

/** The number of a token that was signed for this room; undefined for any other. */
export async function readHostToken(
  secret: string,
  { token, room }: { token: HostToken; room: string },
): Promise<number | undefined> {
  const handOvers = Number(token.split('.')[0]);
  const isOurs = await isSame(await signHostToken(secret, { handOvers, room }), token);
  return isOurs ? handOvers : undefined;
}
