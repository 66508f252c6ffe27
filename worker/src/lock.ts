// The lock that a room's code is bound to, found again from the key that is offered.
import * as v from 'valibot';
import { offeredCredential } from '../../protocol/credential.ts';
import { Lock } from '../../protocol/room.ts';
import { toBase64Url } from './base64url.ts';

export const openLock = v.parse(Lock, '');

/** What the offered join token opens; an open room's without one, and undefined for what only passes for one. */
export async function lockOffered(offered: readonly string[]): Promise<Lock | undefined> {
  if (!offered.some((name) => name.startsWith('join.'))) return openLock;
  const token = offeredCredential('join', offered);
  if (token === undefined) return undefined;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return v.parse(Lock, toBase64Url(new Uint8Array(hash)));
}
