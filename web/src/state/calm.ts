// What is to be said of a call of which no rule finds a fault.
import type { PeerId } from '../../../protocol/ids.ts';
import type { CallState } from '../engine/call-state.ts';
import type { Verdict } from '../engine/quality/verdict.ts';
import type { Participant } from './participant.ts';
import type { Plight, Plights } from './plights.ts';

/**
 * `cutOff`: these are not connected at the moment. `silent`: nothing comes from these. `unclear`: it is hard to follow
 * somebody, and nobody knows why. `serverless`: all is fine but that the server can't be reached; `seatless`: but that it
 * has no seat for this side any more.
 */
export type Calm =
  | {
      readonly tag: 'alone' | 'measuring' | 'unclear' | 'serverless' | 'seatless' | 'fine';
    }
  | { readonly tag: 'cutOff' | 'silent'; readonly whom: readonly PeerId[] };

type Other = Pick<Participant, 'id' | 'link' | 'isMuted'>;

export interface CalmSources {
  readonly others: readonly Other[];
  readonly plights: Plights;
  readonly call: CallState;
}

/** Whoever is cut off, or silent, explains what else goes badly: then nothing else is said. */
export function calmOf({ others, plights, call }: CalmSources): Calm {
  if (others.length === 0) return { tag: 'alone' };
  const cutOff = idsOf(others, ({ link }) => link === 'interrupted' || link === 'failed');
  if (cutOff.length > 0) return { tag: 'cutOff', whom: cutOff };
  const silent = idsOf(others, ({ id, isMuted }) => !isMuted && isHeld(plights, id, 'isSilent'));
  if (silent.length > 0) return { tag: 'silent', whom: silent };
  if (others.some(({ id }) => isHeld(plights, id, 'isBad'))) return { tag: 'unclear' };
  const isKnown = others.every((other) => isWell(other, plights));
  return { tag: isKnown ? fineBut(call) : 'measuring' };
}

/** Of whoever is cut off no rule says a word. */
export function isSaidBeside({ tag }: Calm, verdicts: readonly Verdict[]): boolean {
  return verdicts.length === 0 || tag === 'cutOff';
}

function idsOf(others: readonly Other[], isMeant: (other: Other) => boolean): PeerId[] {
  return others.filter(isMeant).map(({ id }) => id);
}

function isHeld(plights: Plights, id: PeerId, plight: keyof Plight): boolean {
  return plights.get(id)?.[plight].isHeld ?? false;
}

/** Nothing speaks against it, not even the last look. */
function isWell({ id, link }: Other, plights: Plights): boolean {
  const plight = plights.get(id);
  return link === 'connected' && plight?.isBad.level === 0 && plight.isSilent.level === 0;
}

function fineBut(call: CallState): 'fine' | 'serverless' | 'seatless' {
  if (call.phase !== 'inside' || call.isReachable) return 'fine';
  return call.refusal ? 'seatless' : 'serverless';
}
