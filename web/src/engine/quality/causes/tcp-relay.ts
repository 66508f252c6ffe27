// Someone's network lets nothing but TCP through to a relay: each packet that is lost holds up all behind it until it has
// come once more. Said even while nothing is lost: it is the first thing to change when something is.
import type { LinkSummary } from '../../../../../protocol/peer-status.ts';
import type { CallRecord, LinkRecord } from '../call-record.ts';
import { isBad } from '../suffering.ts';
import type { Verdict } from '../verdict.ts';

export function tcpRelay({ links }: CallRecord): Verdict[] {
  const own = links.filter(({ mine }) => isByTcp(mine.path));
  const others = links.filter(({ theirs }) => theirs && isByTcp(theirs.path));
  return [
    ...(own.length > 0 ? [verdict('own', own)] : []),
    ...others.map((link) => verdict(link.id, [link])),
  ];
}

function isByTcp(path: LinkSummary['path']): boolean {
  switch (path) {
    case 'relay-tcp':
    case 'relay-tls':
      return true;
    case 'relay-udp':
    case 'direct':
      return false;
    default:
      return path satisfies never;
  }
}

function verdict(whose: Verdict['whose'], links: readonly LinkRecord[]): Verdict {
  return {
    cause: 'tcp-relay',
    whose,
    affected: links.map(({ id }) => id),
    severity: links.some(isBad) ? 'bad' : 'poor',
  };
}
