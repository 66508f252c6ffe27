// Whether UDP comes out of this network and back: what people need to reach each other without a relay.
import type { Environment } from '../environment.ts';
import { stunServersOf } from './relay-address.ts';

/** As patient as with a relay. */
const patienceMs = 8_000;

export interface DirectRecord {
  /** Whether there is a server to ask. */
  readonly canAsk: boolean;
  /** Whether one has told how this browser looks from outside. */
  readonly isReflected: boolean;
  /** Whether the browser said that one did not answer. */
  readonly hasErrors: boolean;
  /** Whether it came to an end of its own. */
  readonly hasGathered: boolean;
}

/** `open`: UDP goes out and comes back. `shut`: it does not. `unknown`: there is nobody to ask, or the browser does not tell. */
export type DirectFinding = 'open' | 'shut' | 'unknown';

export async function tryDirect(
  servers: readonly RTCIceServer[],
  { environment, signal }: { readonly environment: Environment; readonly signal: AbortSignal },
): Promise<DirectRecord> {
  const iceServers = [...stunServersOf(servers)];
  const seen = { canAsk: iceServers.length > 0, isReflected: false, hasErrors: false };
  if (!seen.canAsk) return { ...seen, hasGathered: false };
  const connection = environment.createPeerConnection({ iceServers });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const cancel = environment.clock.after(patienceMs, () => resolve(false));
  signal.addEventListener('abort', () => resolve(false), { once: true });
  connection.addEventListener('icecandidateerror', () => (seen.hasErrors = true));
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate?.type !== 'srflx') return;
    seen.isReflected = true;
    resolve(true);
  });
  connection.addEventListener('icegatheringstatechange', () => {
    if (connection.iceGatheringState === 'complete') resolve(true);
  });
  // Without something to carry it looks for no ways.
  connection.createDataChannel('direct', { negotiated: true, id: 0 });
  connection.setLocalDescription().catch(() => resolve(false));
  const hasGathered = await promise;
  cancel();
  connection.close();
  return { ...seen, hasGathered };
}

/** An address that is the same from outside is told by no browser: then it is the silence of errors that tells. */
export function judgeDirect(record: DirectRecord): DirectFinding {
  const { canAsk, isReflected, hasErrors, hasGathered } = record;
  if (isReflected) return 'open';
  if (!canAsk) return 'unknown';
  if (hasErrors || !hasGathered) return 'shut';
  return 'open';
}
