// What happened in a call from one look at it to the next, as far as a person wants to be told.
import type { PeerId } from '../../../protocol/ids.ts';
import type { PeerState } from '../engine/peer/peer-state.ts';

export type PersonalHappening = 'joined' | 'left' | 'raised-hand' | 'muted' | 'unmuted';

export type Happening =
  /** `name` is the last that was known of them; empty if they gave none. */
  | { readonly kind: PersonalHappening; readonly id: PeerId; readonly name: string }
  | { readonly kind: 'message' | 'knock' };

/** What one look sees. */
export interface Look {
  readonly peers: readonly PeerState[];
  /** How many messages are unread, and how many people wait to be let in. */
  readonly unread: number;
  readonly knocking: number;
}

/** What is new in `now`. Whoever has not said who they are is not there yet. */
export function happeningsBetween(before: Look, now: Look): Happening[] {
  const known = introduced(before);
  const present = introduced(now);
  const came = [...present.values()].filter(({ id }) => !known.has(id));
  const went = [...known.values()].filter(({ id }) => !present.has(id));
  return [
    ...came.map((peer) => happening('joined', peer)),
    ...went.map((peer) => happening('left', peer)),
    ...[...present.values()].flatMap((peer) => changesOf(known.get(peer.id), peer)),
    ...(now.unread > before.unread ? [{ kind: 'message' } as const] : []),
    ...(now.knocking > before.knocking ? [{ kind: 'knock' } as const] : []),
  ];
}

function changesOf(before: PeerState | undefined, now: PeerState): Happening[] {
  const changes: Happening[] = [];
  if (now.isHandRaised && !before?.isHandRaised) changes.push(happening('raised-hand', now));
  if (!before) return changes;
  const wasHeard = before.slotsInUse.microphone;
  const isHeard = now.slotsInUse.microphone;
  if (wasHeard !== isHeard) changes.push(happening(isHeard ? 'unmuted' : 'muted', now));
  return changes;
}

function introduced({ peers }: Look): Map<PeerId, PeerState> {
  return new Map(peers.filter(({ profile }) => profile).map((peer) => [peer.id, peer]));
}

function happening(kind: PersonalHappening, { id, profile }: PeerState): Happening {
  return { kind, id, name: profile?.name ?? '' };
}
