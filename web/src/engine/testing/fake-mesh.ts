// A mesh with nobody at the other end: the test says what peers say, and sees what they are told.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { PeerMessage, SaidMessage } from '../../../../protocol/peer.ts';
import type { Mesh } from '../peer/mesh.ts';
import type { OwnState } from '../peer/own-state.ts';
import { emptySlots } from '../slots.ts';

type Listener = (payload: unknown) => void;

export class FakeMesh {
  readonly told: (readonly [PeerId, PeerMessage])[] = [];
  readonly self: PeerId;
  /** What this side sends. */
  tracks = emptySlots;
  readonly #listeners: (readonly [string, Listener])[] = [];

  constructor(self: PeerId) {
    this.self = self;
  }

  /** In place of a real one. */
  get asMesh(): Mesh {
    return this as unknown as Mesh;
  }

  get own(): OwnState {
    return { profile: { name: 'me' }, tracks: this.tracks, isHandRaised: false };
  }

  on(name: string, listener: Listener): () => void {
    this.#listeners.push([name, listener]);
    return () => undefined;
  }

  tell(id: PeerId, message: PeerMessage): void {
    this.told.push([id, message]);
  }

  /** A peer says something. */
  hear(id: PeerId, message: SaidMessage): void {
    this.#emit('said', { from: { id, profile: { name: id.slice(0, 1) } }, message });
  }

  /** There is a connection to a peer. */
  connect(id: PeerId): void {
    this.#emit('bulk', { id });
  }

  /** A peer leaves. */
  lose(id: PeerId): void {
    this.#emit('gone', id);
  }

  #emit(name: string, payload: unknown): void {
    for (const [heard, listener] of this.#listeners) if (heard === name) listener(payload);
  }
}
