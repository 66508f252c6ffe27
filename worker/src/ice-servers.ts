// The ICE servers one peer may use, with credentials its relay host can check without a user table:
// coturn's `use-auth-secret` (draft-uberti-behave-turn-rest-00, section 2.2).
import type { PeerId } from '../../protocol/ids.ts';
import type { Ice, IceServer } from '../../protocol/relay.ts';
import type { Config } from './config.ts';
import { hmac } from './hmac.ts';

/** Signs credentials for `peer` that the relay accepts for their lifetime from `nowMs` on. */
export async function iceFor(
  peer: PeerId,
  config: Pick<Config, 'stunUrls' | 'turn'>,
  nowMs: number,
): Promise<Ice> {
  const { stunUrls, turn } = config;
  const servers: IceServer[] = stunUrls.length > 0 ? [{ urls: stunUrls }] : [];
  if (!turn) return { servers, lifetimeMs: null };

  const expirySeconds = Math.floor(nowMs / 1000) + turn.ttlSeconds;
  const username = `${expirySeconds}:${peer}`;
  const credential = btoa(String.fromCharCode(...(await hmac('SHA-1', turn.secret, username))));
  servers.push({ urls: turn.urls, username, credential });
  return { servers, lifetimeMs: expirySeconds * 1000 - nowMs };
}
