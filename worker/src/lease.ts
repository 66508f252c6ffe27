// Credentials that have to be asked for, which takes time and may fail: whoever comes while a request is under way, or
// while what it brought is fresh, shares it.
import type { IceServer } from '../../protocol/relay.ts';

/** What a request brought: servers with credentials, or none if it failed, and for how long that is good. */
export type Lease = { readonly servers: readonly IceServer[]; readonly lifetimeMs: number };

type Held = Pick<Lease, 'servers'> & { readonly endMs: number };

/** Half of it, the shortest wait of a client between two questions, is for how long a failure is not tried again. */
export const failureLifetimeMs = 20_000;

/**
 * Asks as `ask` does, but seldom: a lease is shared while at least half of its life remains, and only one request is
 * under way at a time. One that fails takes nothing from what is held while that lasts. `lifetimeMs` of what comes back
 * is what remains. `now` is in milliseconds since the epoch.
 */
export function sharedLease<Source>(
  ask: (source: Source) => Promise<Lease>,
  now: () => number,
): (source: Source) => Promise<Lease> {
  let held: Held | undefined;
  let freshUntilMs = 0;
  let request: Promise<Held> | undefined;

  const renew = async (source: Source): Promise<Held> => {
    // Before the request, because the life of what it brings begins some time before the answer.
    const askedMs = now();
    const lease = await ask(source);
    freshUntilMs = askedMs + lease.lifetimeMs / 2;
    if (lease.servers.length === 0 && held && held.endMs > now()) return held;
    held = { servers: lease.servers, endMs: askedMs + lease.lifetimeMs };
    return held;
  };

  return async (source) => {
    if (held && now() <= Math.min(freshUntilMs, held.endMs)) return remainder(held, now());
    request ??= renew(source).finally(() => {
      request = undefined;
    });
    return remainder(await request, now());
  };
}

function remainder({ servers, endMs }: Held, nowMs: number): Lease {
  return { servers, lifetimeMs: endMs - nowMs };
}
