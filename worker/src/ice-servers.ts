// The ICE servers one peer may use, with credentials for a relay.
import type { PeerId } from '../../protocol/ids.ts';
import type { Ice, IceServer } from '../../protocol/relay.ts';
import type { Config } from './config.ts';
import type { Continent } from './continent.ts';
import { hmac } from './hmac.ts';
import type { Access, CloudflareTurn } from './ice-config.ts';
import { type Lease, failureLifetimeMs } from './lease.ts';
import { nearestHosts } from './relay-hosts.ts';

type IceConfig = Pick<Config, 'stunUrls' | 'turn'>;

/** Who is to use them, from where, and the time in milliseconds since the epoch. */
export type Asker = {
  readonly peer: PeerId;
  readonly continent: Continent | null;
  readonly nowMs: number;
};

/** Servers with credentials that hold from `nowMs` on; undefined when the provider has none to give for now. */
export async function iceFor(
  asker: Asker,
  { stunUrls, turn }: IceConfig,
  askCloudflare: (turn: CloudflareTurn) => Promise<Lease>,
): Promise<Ice | undefined> {
  switch (turn.provider) {
    case 'none':
      return { servers: stunServers(stunUrls), lifetimeMs: null };
    case 'hosts': {
      const { username, credential, lifetimeMs } = await credentialsFor(asker, turn.access);
      const relays = nearestHosts(turn.hosts, asker.continent).map(({ urls }) => {
        return { urls: [...urls], username, credential };
      });
      return { servers: [...stunServers(stunUrls), ...relays], lifetimeMs };
    }
    case 'cloudflare': {
      const { servers, lifetimeMs } = await askCloudflare(turn);
      if (servers.length === 0) return undefined;
      return { servers: [...stunServers(stunUrls), ...servers], lifetimeMs };
    }
    default:
      return turn satisfies never;
  }
}

/** For whoever must not wait until the provider can be reached. The short life has a client ask again soon. */
export function iceWithoutRelay({ stunUrls }: IceConfig): Ice {
  return { servers: stunServers(stunUrls), lifetimeMs: failureLifetimeMs };
}

function stunServers(urls: readonly string[]): IceServer[] {
  return urls.length > 0 ? [{ urls: [...urls] }] : [];
}

/** `lifetimeMs` is null for a user who may stay for ever. */
async function credentialsFor({ peer, nowMs }: Asker, access: Access) {
  switch (access.type) {
    case 'user':
      return { username: access.username, credential: access.credential, lifetimeMs: null };
    case 'secret': {
      const expirySeconds = Math.floor(nowMs / 1000) + access.ttlSeconds;
      const username = `${expirySeconds}:${peer}`;
      const credential = await sign(username, access.secret);
      return { username, credential, lifetimeMs: expirySeconds * 1000 - nowMs };
    }
    default:
      return access satisfies never;
  }
}

/** The password of a TURN REST API: coturn's `use-auth-secret` (draft-uberti-behave-turn-rest-00, section 2.2). */
async function sign(username: string, secret: string): Promise<string> {
  return btoa(String.fromCharCode(...(await hmac('SHA-1', secret, username))));
}
