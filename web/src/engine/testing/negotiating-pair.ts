// Two negotiators over fake connections and an orderly link, with everything that can happen next laid out as
// turns, so that a test can play it in any order.
import type { Candidate, Description } from '../../../../protocol/peer.ts';
import type { Negotiator } from '../peer/negotiator.ts';
import { FakePeerConnection } from './fake-peer-connection.ts';

type Sent = { readonly description: Description } | { readonly candidate: Candidate };

interface Side {
  readonly connection: FakePeerConnection;
  readonly negotiator: Negotiator;
  /** What the other side has sent and this one has not yet received. */
  readonly inbox: Sent[];
}

export class NegotiatingPair {
  readonly failures: unknown[] = [];
  readonly polite: Side;
  readonly impolite: Side;
  /** What a browser has under way: each may finish at any time. */
  readonly #underWay: (() => void)[] = [];
  readonly #random: () => number;
  readonly #followUp: () => Promise<void>;

  /** `followUp` resolves when every promise that is settled by then has been followed up. */
  constructor(
    NegotiatorClass: typeof Negotiator,
    random: () => number,
    followUp: () => Promise<void>,
  ) {
    this.#random = random;
    this.#followUp = followUp;
    this.polite = this.#makeSide(NegotiatorClass, true);
    this.impolite = this.#makeSide(NegotiatorClass, false);
  }

  /** Plays `restarts` ICE restarts, each by a side and at a moment of chance, until nothing is left to happen. */
  async play(restarts: number): Promise<void> {
    let restartsLeft = restarts;
    const restart = () => {
      restartsLeft -= 1;
      this.#pick([this.polite, this.impolite])?.connection.restartIce();
    };
    for (;;) {
      const turns = [...this.#turns(), ...(restartsLeft > 0 ? [restart] : [])];
      const turn = this.#pick(turns);
      if (!turn) return;
      turn();
      await this.#followUp();
    }
  }

  /** Why the two sides do not agree; empty when they do. */
  disagreements(): string[] {
    const [a, b] = [this.polite.connection, this.impolite.connection];
    return [
      ...this.failures.map((failure) => `failed: ${String(failure)}`),
      ...(a.isSettled ? [] : [`polite is left in ${a.signalingState}`]),
      ...(b.isSettled ? [] : [`impolite is left in ${b.signalingState}`]),
      ...(a.localDescription?.sdp === b.remoteDescription?.sdp ? [] : ['polite is misread']),
      ...(b.localDescription?.sdp === a.remoteDescription?.sdp ? [] : ['impolite is misread']),
    ];
  }

  #turns(): (() => void)[] {
    const finish = this.#underWay.map((task) => () => {
      this.#underWay.splice(this.#underWay.indexOf(task), 1);
      task();
    });
    const receive = [this.polite, this.impolite]
      .filter(({ inbox }) => inbox.length > 0)
      .map((side) => () => this.#receive(side));
    return [...finish, ...receive];
  }

  #receive({ negotiator, inbox }: Side): void {
    const sent = inbox.shift();
    if (!sent) return;
    if ('description' in sent) void negotiator.receiveDescription(sent.description);
    else void negotiator.receiveCandidate(sent.candidate);
  }

  #makeSide(NegotiatorClass: typeof Negotiator, polite: boolean): Side {
    const other = () => (polite ? this.impolite : this.polite);
    const connection = new FakePeerConnection(polite ? 'p' : 'i', (task) =>
      this.#underWay.push(task),
    );
    connection.addEventListener('icecandidate', (event) => {
      const { candidate } = event as Event & { candidate: Candidate };
      other().inbox.push({ candidate });
    });
    const negotiator = new NegotiatorClass({
      connection: connection as unknown as RTCPeerConnection,
      polite,
      sendDescription: (description) => other().inbox.push({ description }),
      onOffer: () => undefined,
      onFailure: (_refused, error) => this.failures.push(error),
    });
    return { connection, negotiator, inbox: [] };
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }
}
