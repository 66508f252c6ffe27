// Gathers trickled candidates for a moment, so that a burst of them takes one frame of the relay.
import type { Candidate } from '../../../../protocol/peer.ts';
import type { Clock } from '../environment.ts';

/** Host candidates arrive within a few milliseconds of each other; a person notices nothing under fifty. */
const batchWindowMs = 20;

/** RFC 8838, section 13: an empty candidate says that no more will come. */
const endOfCandidates: Candidate = {
  candidate: '',
  sdpMid: null,
  sdpMLineIndex: null,
  usernameFragment: null,
};

export class CandidateBatch {
  readonly #clock: Clock;
  readonly #send: (candidates: Candidate[]) => void;
  #gathered: Candidate[] = [];
  #cancel: (() => void) | undefined;
  #isClosed = false;

  constructor(clock: Clock, send: (candidates: Candidate[]) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  /** Takes what an `icecandidate` event brings; null ends the candidates and sends at once. */
  add(candidate: RTCIceCandidate | null): void {
    if (this.#isClosed) return;
    this.#gathered.push(candidate ? plain(candidate) : endOfCandidates);
    if (candidate) this.#cancel ??= this.#clock.after(batchWindowMs, () => this.#flush());
    else this.#flush();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel?.();
    this.#gathered = [];
  }

  #flush(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const candidates = this.#gathered;
    this.#gathered = [];
    if (candidates.length > 0) this.#send(candidates);
  }
}

function plain(candidate: RTCIceCandidate): Candidate {
  const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
  return { candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment };
}
