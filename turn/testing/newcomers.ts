// People who come to a relay, each with a credential as the Worker signs it.
import { setTimeout as pause } from 'node:timers/promises';
import { sign, toSeconds } from '../check/access.ts';
import { Clients } from '../check/clients.ts';
import type { Endpoint } from '../check/stun/endpoint.ts';
import type { Credential } from '../check/stun/turn-client.ts';
import type { RelayHost } from './relay-host.ts';

export interface AllocationStream {
  /** How many have got one so far. */
  readonly granted: () => number;
  /** What the others got. */
  readonly failures: () => readonly string[];
  /** Resolves when the last has its answer. */
  stop(): Promise<void>;
}

/** For somebody new, and good for ten minutes unless it is said. */
export function signedBy(secret: string, lifetimeSeconds = 600): Credential {
  return sign(secret, toSeconds(Date.now()) + lifetimeSeconds);
}

/** Where it listens for UDP. */
export function udpOf({ address, domain }: Pick<RelayHost, 'address' | 'domain'>): Endpoint {
  const place = { transport: 'udp', address, port: 3478 } as const;
  return { ...place, from: undefined, host: domain, authorities: [] };
}

/** Somebody new gets an allocation, which `clients` gives back; throws when it is not granted. */
export async function comesTo(relay: RelayHost, clients: Clients) {
  const answer = await clients.allocate(udpOf(relay), { credential: signedBy(relay.secret) });
  if (answer.kind !== 'success') throw new Error(`it was not granted: ${JSON.stringify(answer)}`);
  return answer;
}

/** Asks, and gives back: resolves with `granted`, the code of the refusal, or why there was no answer. */
export async function allocateOnce(relay: RelayHost, credential: Credential): Promise<string> {
  const clients = new Clients();
  const answer = await clients.allocate(udpOf(relay), { credential });
  await clients.close();
  switch (answer.kind) {
    case 'success':
      return 'granted';
    case 'refused':
      return String(answer.code);
    case 'silent':
      return answer.why;
    default:
      return answer satisfies never;
  }
}

/** One after the other, with `pauseMs` in between: do all of them get one? `credential` is called for each. */
export function streamAllocations(
  relay: RelayHost,
  credential: () => Credential,
  pauseMs = 0,
): AllocationStream {
  const stopping = new AbortController();
  let granted = 0;
  const failures: string[] = [];
  const flow = (async () => {
    while (!stopping.signal.aborted) {
      const outcome = await allocateOnce(relay, credential());
      if (outcome === 'granted') granted += 1;
      else failures.push(outcome);
      await pause(pauseMs);
    }
  })();
  return {
    granted: () => granted,
    failures: () => failures,
    async stop() {
      stopping.abort();
      await flow;
    },
  };
}
