// What people show without words: a raised hand, and signs that float for a moment.
import { computed, createModel, effect, signal } from '@preact/signals';
import type { PeerId } from '../../../protocol/ids.ts';
import type { ReactionSign } from '../../../protocol/peer-gestures.ts';
import type { Clock } from '../engine/environment.ts';
import type { OwnSide } from '../engine/peer/own-state.ts';
import type { Reactions } from '../engine/reactions.ts';

/** As long as one needs to see it, and who it is from. */
const floatMs = 4_000;

/** More at once would only hide the call; a peer may send as many as it likes. */
const maxFloating = 12;

export interface FloatingSign {
  /** Counts what was shown. */
  readonly key: number;
  /** Undefined for oneself. */
  readonly from: PeerId | undefined;
  readonly sign: ReactionSign;
}

export interface GestureServices {
  readonly clock: Clock;
  readonly reactions: Reactions;
  readonly self: Pick<OwnSide, 'raiseHand'>;
}

export const GesturesModel = createModel(({ clock, reactions, self }: GestureServices) => {
  const isHandRaised = signal(false);
  const floating = signal<readonly FloatingSign[]>([]);
  const timers = new Set<() => void>();
  let shown = 0;

  effect(() =>
    reactions.on('reacted', ({ from, sign }) => {
      shown += 1;
      const key = shown;
      floating.value = [...floating.peek(), { key, from, sign }].slice(-maxFloating);
      const cancel = clock.after(floatMs, () => {
        timers.delete(cancel);
        floating.value = floating.peek().filter((each) => each.key !== key);
      });
      timers.add(cancel);
    }),
  );
  effect(() => () => {
    for (const cancel of timers) cancel();
  });

  return {
    isHandRaised: computed(() => isHandRaised.value),
    /** What is to be seen now, the latest last. */
    floating: computed(() => floating.value),

    toggleHand: () => {
      isHandRaised.value = !isHandRaised.peek();
      self.raiseHand(isHandRaised.peek());
    },
    react: (sign: ReactionSign) => reactions.react(sign),
  };
});
export interface GesturesModel extends InstanceType<typeof GesturesModel> {}
