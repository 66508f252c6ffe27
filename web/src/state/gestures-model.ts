// What people show without words: a raised hand, and signs that float for a moment.
import { computed, createModel, effect, signal } from '@preact/signals';
import type { ReactionSign } from '../../../protocol/peer-gestures.ts';
import type { Clock } from '../engine/environment.ts';
import type { OwnSide } from '../engine/peer/own-state.ts';
import type { Reacted, Reactions } from '../engine/reactions.ts';
import { type Passing, passing } from './passing.ts';

/** As long as one needs to see it, and who it is from. */
const floatMs = 4_000;

/** More at once would only hide the call; a peer may send as many as it likes. */
const maxFloating = 12;

/** What somebody shows; `from` is undefined for oneself. */
export type FloatingSign = Passing<Reacted>;

export interface GestureServices {
  readonly clock: Clock;
  readonly reactions: Reactions;
  readonly self: Pick<OwnSide, 'raiseHand'>;
}

export const GesturesModel = createModel(({ clock, reactions, self }: GestureServices) => {
  const isHandRaised = signal(false);
  const floating = passing<Reacted>({ clock, forMs: floatMs, max: maxFloating });

  effect(() => reactions.on('reacted', floating.show));

  return {
    isHandRaised: computed(() => isHandRaised.value),
    /** What is to be seen now, the latest last. */
    floating: floating.list,

    toggleHand: () => {
      isHandRaised.value = !isHandRaised.peek();
      self.raiseHand(isHandRaised.peek());
    },
    react: (sign: ReactionSign) => reactions.react(sign),
  };
});
export interface GesturesModel extends InstanceType<typeof GesturesModel> {}
