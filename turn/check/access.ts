// What opens the relay: the secret that it shares with the Worker, or a name and a password.
import { createHmac, randomBytes } from 'node:crypto';
import type { Credential } from './stun/turn-client.ts';

export type Access =
  | { readonly kind: 'signed'; readonly secret: string }
  | { readonly kind: 'user'; readonly user: string; readonly password: string };

/** As the Worker signs them. coturn keeps one account for a name, whatever the expiry before it is. */
export function sign(secret: string, expirySeconds: number, name = drawnName()): Credential {
  const username = `${expirySeconds}:${name}`;
  return { username, password: createHmac('sha1', secret).update(username).digest('base64') };
}

function drawnName(): string {
  return `turn-check-${randomBytes(8).toString('hex')}`;
}

/**
 * The longest life that the Worker gives a credential. What is signed here lives as long, so that a clock that is wrong
 * by less shows in its own row and in no other.
 */
export const longestLifeSeconds = 172_800;

/** One that should open the relay, for somebody new each time; a user is always the same. */
export function fresh(access: Access, nowMs: number): Credential {
  if (access.kind === 'user') return { username: access.user, password: access.password };
  return sign(access.secret, toSeconds(nowMs) + longestLifeSeconds);
}

export function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}
