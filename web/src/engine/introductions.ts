// Who people say they are, between two who have no connection yet: a visitor asks those inside, a host whoever knocks.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Introduction, Profile } from '../../../protocol/peer.ts';
import type { Seat } from '../../../protocol/relay.ts';
import type { Environment } from './environment.ts';

export interface Introduced {
  readonly from: PeerId;
  readonly introduction: Introduction;
}

export interface IntroductionsOptions {
  readonly environment: Pick<Environment, 'uniqueName'>;
  readonly tell: (to: PeerId, introduction: Introduction) => void;
  /** Who this side is to whoever asks; undefined while that is nobody's business. */
  readonly own: () => Profile | undefined;
  /** Somebody is known by name. */
  readonly onHeard: () => void;
}

export class Introductions {
  readonly #options: IntroductionsOptions;
  /** What was asked last, of each. */
  readonly #questions = new Map<PeerId, string>();
  readonly #profiles = new Map<PeerId, Profile>();

  constructor(options: IntroductionsOptions) {
    this.#options = options;
  }

  profileOf(id: PeerId): Profile | undefined {
    return this.#profiles.get(id);
  }

  ask(id: PeerId): void {
    const question = this.#options.environment.uniqueName();
    this.#questions.set(id, question);
    this.#options.tell(id, { type: 'profile-request', question });
  }

  /** Asks everyone who can answer. */
  askAll(seats: readonly Seat[]): void {
    for (const { id, away } of seats) if (!away) this.ask(id);
  }

  /** Takes the answer to what was asked, or gives one. */
  hear({ from, introduction }: Introduced): void {
    const { question } = introduction;
    switch (introduction.type) {
      case 'profile':
        if (this.#questions.get(from) !== question) return;
        this.#profiles.set(from, introduction.profile);
        this.#options.onHeard();
        return;
      case 'profile-request': {
        const profile = this.#options.own();
        if (profile) this.#options.tell(from, { type: 'profile', question, profile });
        return;
      }
      default:
        introduction satisfies never;
    }
  }
}
