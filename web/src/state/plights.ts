// With whom it goes badly, whatever the reason: what one look shows may be chance, and is not told before others agree.
import type { PeerId } from '../../../protocol/ids.ts';
import type { LinkRecord } from '../engine/quality/call-record.ts';
import { type Belief, doubt, evidence, nextBelief } from '../engine/quality/belief.ts';
import { isBad } from '../engine/quality/suffering.ts';
import type { Participant } from './participant.ts';

export interface Plight {
  /** It is hard to follow one of the two. As slow as the slowest rule, which may know the reason. */
  readonly isBad: Belief;
  /** Nothing comes from them, though whoever is not muted sends sound without a break. */
  readonly isSilent: Belief;
}

/** Of everyone who is measured. */
export type Plights = ReadonlyMap<PeerId, Plight>;

const none: Plight = { isBad: doubt, isSilent: doubt };

/** Whoever was cut off begins anew. */
export function plightsAfter(
  before: Plights,
  links: readonly LinkRecord[],
  others: readonly Pick<Participant, 'id' | 'isMuted'>[],
): Plights {
  const audible = new Set(others.filter(({ isMuted }) => !isMuted).map(({ id }) => id));
  return new Map(
    links.map((link) => {
      const old = before.get(link.id) ?? none;
      const isSilent = audible.has(link.id) && link.mine.received.kbps === 0;
      const next: Plight = {
        isBad: nextBelief(old.isBad, isBad(link), evidence.slow),
        isSilent: nextBelief(old.isSilent, isSilent),
      };
      return [link.id, next];
    }),
  );
}
