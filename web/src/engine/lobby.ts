// Who has a seat, and who they say they are, for someone who has none yet: without a connection one has to ask.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Profile, RelayPayload } from '../../../protocol/peer.ts';
import type { Seat } from '../../../protocol/relay.ts';
import type { Resident } from './call-state.ts';

/** What a visitor and someone inside say to each other. */
type VisitPayload = Exclude<RelayPayload, { type: 'letter' }>;

export class Lobby {
  readonly #tell: (to: PeerId, payload: VisitPayload) => void;
  readonly #seats = new Map<PeerId, { away: boolean; profile: Profile | undefined }>();

  constructor(tell: (to: PeerId, payload: VisitPayload) => void) {
    this.#tell = tell;
  }

  get seats(): Seat[] {
    return Array.from(this.#seats, ([id, { away }]) => ({ id, away }));
  }

  get residents(): Resident[] {
    return Array.from(this.#seats, ([id, { profile }]) => ({ id, profile }));
  }

  /** Begins over with what the room tells. */
  fill(seats: readonly Seat[]): void {
    this.#seats.clear();
    for (const { id, away } of seats) this.#seats.set(id, { away, profile: undefined });
  }

  /** Someone takes a seat. */
  add(id: PeerId): void {
    this.#seats.set(id, { away: false, profile: undefined });
  }

  setAway(id: PeerId, away: boolean): void {
    const seat = this.#seats.get(id);
    if (seat) seat.away = away;
  }

  remove(id: PeerId): void {
    this.#seats.delete(id);
  }

  ask(id: PeerId): void {
    this.#tell(id, { type: 'profile-request' });
  }

  askEveryone(): void {
    for (const [id, { away }] of this.#seats) if (!away) this.ask(id);
  }

  /** Takes an answer, or gives one: `own` is who this side is, unless it has no seat itself. */
  hear(from: PeerId, payload: VisitPayload, own: Profile | undefined): void {
    switch (payload.type) {
      case 'profile': {
        const seat = this.#seats.get(from);
        if (seat) seat.profile = payload.profile;
        return;
      }
      case 'profile-request':
        if (own) this.#tell(from, { type: 'profile', profile: own });
        return;
      default:
        payload satisfies never;
    }
  }
}
