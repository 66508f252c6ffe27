// Makes of a room's link what it takes to get in and to speak there.
import type { BrowserToken, HostToken } from '../../../../protocol/credential.ts';
import type { RoomCode } from '../../../../protocol/ids.ts';
import { type RoomKey, canSeal, joinTokenOf, sealKeyOf } from './room-key.ts';
import { RoomSeal, noSeal } from './seal.ts';
import type { Access } from './signaling.ts';

/** What a person comes with. */
export interface Invitation {
  readonly code: RoomCode;
  /** Undefined for an open room. */
  readonly key: RoomKey | undefined;
  /** Undefined for whoever is no host. */
  readonly host: HostToken | undefined;
  readonly browser: BrowserToken;
}

/** Takes about a millisecond. Undefined for a sealed room on a page that can't seal. */
export async function accessOf(
  crypto: Crypto,
  { code, key, host, browser }: Invitation,
): Promise<Access | undefined> {
  if (key === undefined) return { join: undefined, host, browser, seal: noSeal };
  if (!canSeal(crypto)) return undefined;
  const [join, sealKey] = await Promise.all([
    joinTokenOf(crypto, key),
    sealKeyOf(crypto, key, code),
  ]);
  return { join, host, browser, seal: new RoomSeal(crypto, sealKey, code) };
}
