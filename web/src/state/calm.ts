// What is to be said of a call of which no rule finds a fault.
import type { LinkRecord } from '../engine/quality/call-record.ts';
import { isBad } from '../engine/quality/suffering.ts';
import type { Participant } from './participant.ts';

/**
 * `cutOff`: not everyone is connected at the moment. `unclear`: it is hard to follow somebody, and nobody knows why.
 */
export type Calm = 'alone' | 'measuring' | 'cutOff' | 'unclear' | 'fine';

type Other = Pick<Participant, 'id' | 'link' | 'isMuted'>;

export function calmOf(others: readonly Other[], links: readonly LinkRecord[]): Calm {
  if (others.length === 0) return 'alone';
  if (others.some(({ link }) => link !== 'connected')) return 'cutOff';
  const measured = others.map((other) => ({
    other,
    link: links.find(({ id }) => id === other.id),
  }));
  if (measured.some(({ link }) => !link)) return 'measuring';
  return measured.some(({ other, link }) => link && (isBad(link) || isMissed(other, link)))
    ? 'unclear'
    : 'fine';
}

/** Whoever is not muted sends sound without a break. */
function isMissed({ isMuted }: Other, { mine }: LinkRecord): boolean {
  return !isMuted && mine.received.kbps === 0;
}
