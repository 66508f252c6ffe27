// Somebody new who asks the relay for an allocation, gives it back, and is followed by the next: do all of them get one?
import { setTimeout as pause } from 'node:timers/promises';
import type { Endpoint } from '../check/stun/endpoint.ts';
import { type Credential, TurnClient } from '../check/stun/turn-client.ts';
import type { RelayHost } from './relay-host.ts';

export interface AllocationStream {
  /** How many have got one so far. */
  readonly granted: () => number;
  /** What the others got. */
  readonly failures: () => readonly string[];
  /** Resolves when the last has its answer. */
  stop(): Promise<void>;
}

/** `credential` is called for each of them. Between one and the next is `pauseMs`. */
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

/** Resolves with `granted`, the code of the refusal, or why there was no answer. */
export async function allocateOnce(relay: RelayHost, credential: Credential): Promise<string> {
  const opened = await TurnClient.open(udpOf(relay));
  if (!opened.ok) return opened.why;
  const answer = await opened.client.allocate({ credential });
  await opened.client.close();
  switch (answer.kind) {
    case 'success':
      return 'granted';
    case 'refused':
      // The port was used by somebody before: whoever hears that takes another one (RFC 8656, section 7.4).
      return answer.code === 437 ? allocateOnce(relay, credential) : String(answer.code);
    case 'silent':
      return answer.why;
    default:
      return answer satisfies never;
  }
}

/** Where it listens for UDP. */
export function udpOf({ address, domain }: RelayHost): Endpoint {
  const place = { transport: 'udp', address, port: 3478 } as const;
  return { ...place, from: undefined, host: domain, authorities: [] };
}
