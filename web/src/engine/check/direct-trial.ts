// Whether UDP comes out of this network and back: what people need to reach each other without a relay.
import { parseIceUrl } from '../../../../protocol/ice-url.ts';
import type { Environment } from '../environment.ts';
import { type RelayFinding, hasAnswered } from './judge-relay.ts';
import { isDatagrams, stunServersOf } from './relay-address.ts';

/** As patient as with a relay. */
const patienceMs = 8_000;

export interface DirectRecord {
  /** The hosts that were asked. */
  readonly asked: readonly string[];
  /** Whether one has told how this browser looks from outside. */
  readonly isReflected: boolean;
  /** Whether the browser said that one did not answer. */
  readonly hasErrors: boolean;
  /** Whether it came to an end of its own. */
  readonly hasGathered: boolean;
}

/** `open`: UDP goes out and comes back. `shut`: it does not. `unknown`: nobody was there to tell. */
export type DirectFinding = 'open' | 'shut' | 'unknown';

export async function tryDirect(
  servers: readonly RTCIceServer[],
  { environment, signal }: { readonly environment: Environment; readonly signal: AbortSignal },
): Promise<DirectRecord> {
  const iceServers = [...stunServersOf(servers)];
  const seen = { asked: iceServers.flatMap(hostsOf), isReflected: false, hasErrors: false };
  if (seen.asked.length === 0) return { ...seen, hasGathered: false };
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

/** Whether it is plain without what comes of the ways to relays. */
export function isDirectPlain({ asked, isReflected }: DirectRecord): boolean {
  return isReflected || asked.length === 0;
}

/**
 * An address that is the same from outside is told by no browser: then it is the silence of errors that tells. Where a host
 * does not answer, that is the network's doing only if the host is there: a relay is, if it has answered in another way.
 */
export function judgeDirect(record: DirectRecord, relays: readonly RelayFinding[]): DirectFinding {
  const { asked, isReflected, hasErrors, hasGathered } = record;
  if (isReflected) return 'open';
  if (asked.length === 0) return 'unknown';
  const answering = relays.filter(hasAnswered);
  if (answering.some(({ address }) => isDatagrams(address))) return 'open';
  if (hasGathered && !hasErrors) return 'open';
  const isOf = (host: string) => (finding: RelayFinding) => finding.address.host === host;
  const isThere = (host: string) => answering.some(isOf(host)) || !relays.some(isOf(host));
  return asked.some(isThere) ? 'shut' : 'unknown';
}

function hostsOf({ urls }: RTCIceServer): string[] {
  return [urls].flat().flatMap((url) => parseIceUrl(url)?.host ?? []);
}
