// Credentials that have to be asked for, which takes time and may fail: whoever comes while a request is under way, or
// while what it brought is fresh, shares it.
import type { IceServer } from '../../protocol/relay.ts';

/** What a request brought: servers with credentials, or none if it failed, and for how long that is good. */
export type Lease = { readonly servers: readonly IceServer[]; readonly lifetimeMs: number };

type Held = Lease & { readonly endMs: number };

/**
 * Asks as `ask` does, but seldom: a lease is shared while at least half of its life remains, and only one request is
 * under way at a time. `lifetimeMs` of what comes back is what remains. `now` is in milliseconds since the epoch.
 */
export function sharedLease<Source>(
  ask: (source: Source) => Promise<Lease>,
  now: () => number,
): (source: Source) => Promise<Lease> {
  let held: Held | undefined;
  let request: Promise<Held> | undefined;

  const renew = async (source: Source): Promise<Held> => {
    // Before the request, because the life of what it brings begins some time before the answer.
    const askedMs = now();
    const lease = await ask(source);
    held = { ...lease, endMs: askedMs + lease.lifetimeMs };
    return held;
  };

  return async (source) => {
    if (held && held.endMs - now() >= held.lifetimeMs / 2) return remainder(held, now());
    request ??= renew(source).finally(() => {
      request = undefined;
    });
    return remainder(await request, now());
  };
}

function remainder({ servers, endMs }: Held, nowMs: number): Lease {
  return { servers, lifetimeMs: endMs - nowMs };
}
