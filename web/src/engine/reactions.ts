// What people show each other for a moment. Nothing of it is kept, or told to whoever comes later.
import type { PeerId } from '../../../protocol/ids.ts';
import type { ReactionSign } from '../../../protocol/peer-gestures.ts';
import { Emitter } from './emitter.ts';
import type { Mesh } from './peer/mesh.ts';

export interface Reacted {
  /** Undefined for this side. */
  readonly from: PeerId | undefined;
  readonly sign: ReactionSign;
}

export class Reactions extends Emitter<{ reacted: Reacted }> {
  readonly #mesh: Mesh;

  constructor(mesh: Mesh) {
    super();
    this.#mesh = mesh;
    mesh.on('said', ({ from: { id }, message }) => {
      if (message.type === 'reaction') this.emit('reacted', { from: id, sign: message.sign });
    });
  }

  /** Shows `sign` to everyone who is there, oneself too. */
  react(sign: ReactionSign): void {
    this.#mesh.tellAll({ type: 'reaction', sign });
    this.emit('reacted', { from: undefined, sign });
  }
}
