// What is wrong with the call, look after look: what ails this side, and the verdicts that the rules give and that last.
import { type LinkSigns, ailmentsOf, healthy, nextAiling } from './ailments.ts';
import { type CallFindings, unmeasured } from './call-record.ts';
import { nextStanding, nothingStands, verdictsOf } from './standing.ts';

export class Judge {
  #findings = unmeasured;
  #ailing = healthy;
  #standing = nothingStands;

  /** After the latest look. */
  get findings(): CallFindings {
    return this.#findings;
  }

  /** After one more look, which came `lateMs` later than it was due. */
  hear(links: readonly LinkSigns[], lateMs: number): CallFindings {
    this.#ailing = nextAiling(this.#ailing, { lateMs, links });
    const record = { links, ailments: ailmentsOf(this.#ailing) };
    this.#standing = nextStanding(this.#standing, record);
    this.#findings = { ...record, verdicts: verdictsOf(this.#standing) };
    return this.#findings;
  }
}
