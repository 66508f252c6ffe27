// The key of a sealed room, which stands behind the # of its link, and all that is derived from it. It goes nowhere
// else: the server sees the join token, from which nothing leads back.
import * as v from 'valibot';
import { JoinToken } from '../../../../protocol/credential.ts';
import type { RoomCode } from '../../../../protocol/ids.ts';
import { Lock } from '../../../../protocol/room.ts';
import { toBase64Url } from './base64url.ts';

const keyBytes = 16;

/** 128 random bits in base64url; the last character holds two of them. */
export const RoomKey = v.pipe(v.string(), v.regex(/^[\w-]{21}[AQgw]$/), v.brand('RoomKey'));
export type RoomKey = v.InferOutput<typeof RoomKey>;

const utf8 = new TextEncoder();

/** Browsers give WebCrypto to secure pages only. */
export function canSeal(crypto: Crypto): boolean {
  return 'subtle' in crypto;
}

export function drawRoomKey(crypto: Crypto): RoomKey {
  return v.parse(RoomKey, toBase64Url(crypto.getRandomValues(new Uint8Array(keyBytes))));
}

/** What proves to the room that one has its link. */
export async function joinTokenOf(crypto: Crypto, key: RoomKey): Promise<JoinToken> {
  const bits = await crypto.subtle.deriveBits(hkdf('join'), await materialOf(crypto, key), 256);
  return v.parse(JoinToken, toBase64Url(new Uint8Array(bits)));
}

/** What a code is bound to; whoever knows it can't open it. */
export async function lockOf(crypto: Crypto, token: JoinToken): Promise<Lock> {
  const hash = await crypto.subtle.digest('SHA-256', utf8.encode(token));
  return v.parse(Lock, toBase64Url(new Uint8Array(hash)));
}

/** The AES-256-GCM key for what peers say through the relay of this room. */
export async function sealKeyOf(crypto: Crypto, key: RoomKey, code: RoomCode): Promise<CryptoKey> {
  const material = await materialOf(crypto, key);
  const algorithm = { name: 'AES-GCM', length: 256 };
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  return crypto.subtle.deriveKey(hkdf(`seal ${code}`), material, algorithm, false, usages);
}

/** RFC 5869. No salt: the key is uniformly random already. */
function hkdf(purpose: string): HkdfParams {
  const info = utf8.encode(`earshot ${purpose}`);
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
}

function materialOf(crypto: Crypto, key: RoomKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', utf8.encode(key), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
}
