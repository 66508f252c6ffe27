// Why a call is bad, whose side it is, and so what helps: the one sentence that the screen makes of it is ui/'s.
import type { PeerId } from '../../../../protocol/ids.ts';

/**
 * `processor`: it can't keep up with pictures. `uplink`, `downlink`: too thin, or losing, for all that one end sends, or
 * receives. `tcp-relay`: only TCP gets through, so that all waits for whatever is lost. `path`: packets are lost between
 * the two, and both are fine with others. `distance`: all is well, and takes long.
 */
export type Cause = 'processor' | 'uplink' | 'downlink' | 'tcp-relay' | 'path' | 'distance';

export interface Verdict {
  readonly cause: Cause;
  /** Whose it is: this side's, that peer's, or, with `path` and `distance`, of the connection to that peer. */
  readonly whose: 'own' | PeerId;
  /** Those with whom the call suffers from it. */
  readonly affected: readonly PeerId[];
  /** `bad`: hard to understand each other; `poor`: it is seen, and can be lived with. */
  readonly severity: 'bad' | 'poor';
}

/** Two verdicts with the same are one, whatever it does at the moment. */
export function verdictKey({ cause, whose }: Verdict): string {
  return `${cause} ${whose}`;
}
