// The clients of one check: what they were given by the relay, it gets back from all of them.
import type { Endpoint } from './stun/endpoint.ts';
import {
  type AllocateOptions,
  type Allocation,
  type Answer,
  TurnClient,
} from './stun/turn-client.ts';

export interface Allocated extends Allocation {
  readonly client: TurnClient;
}

export class Clients {
  readonly #clients = new Set<TurnClient>();
  readonly #stop: AbortSignal;

  /** `stop` closes it early, for a person who doesn't want to wait. */
  constructor(stop: AbortSignal = new AbortController().signal) {
    this.#stop = stop;
    stop.addEventListener('abort', this.close);
  }

  async open(endpoint: Endpoint): Promise<Answer<{ readonly client: TurnClient }>> {
    const opened = this.#stop.aborted ? stopped : await TurnClient.open(endpoint);
    if (!opened.ok) return { kind: 'silent', why: opened.why };
    this.#clients.add(opened.client);
    if (this.#stop.aborted) await this.close();
    return { kind: 'success', client: opened.client };
  }

  /** For a relay that still remembers who had our port before, from another port (RFC 8656, section 7.4). */
  async allocate(endpoint: Endpoint, options: AllocateOptions): Promise<Answer<Allocated>> {
    let answer = await this.#allocateOnce(endpoint, options);
    for (let again = 0; again < mostMismatches && isMismatch(answer); again += 1) {
      answer = await this.#allocateOnce(endpoint, options);
    }
    return answer;
  }

  async #allocateOnce(endpoint: Endpoint, options: AllocateOptions): Promise<Answer<Allocated>> {
    const opened = await this.open(endpoint);
    if (opened.kind !== 'success') return opened;
    const answer = await opened.client.allocate(options);
    return answer.kind === 'success' ? { ...answer, client: opened.client } : answer;
  }

  /** Resolves when the relay has answered. Calling it again changes nothing. */
  readonly close = async (): Promise<void> => {
    this.#stop.removeEventListener('abort', this.close);
    const clients = [...this.#clients];
    this.#clients.clear();
    await Promise.all(clients.map((client) => client.close()));
  };
}

const allocationMismatch = 437;
const mostMismatches = 5;

function isMismatch(answer: Answer<unknown>): boolean {
  return answer.kind === 'refused' && answer.code === allocationMismatch;
}

const stopped = { ok: false, why: 'it was stopped' } as const;
