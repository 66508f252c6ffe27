// The figures of one way to a relay, as people read them.
import type { Figures } from '../../engine/check/relay-trial.ts';
import { checkText } from '../text/check.ts';

export interface Figure {
  readonly name: string;
  readonly value: string;
}

/** What holds their place. */
const none = '–';

/** Undefined while they are not known yet. */
export function figuresOf(figures: Figures | undefined): readonly Figure[] {
  if (!figures)
    return [checkText().roundTrip, checkText().loss, checkText().throughput].map((name) => ({
      name,
      value: none,
    }));
  const { roundTripMs, loss, bitsPerSecond } = figures;
  const megabits = bitsPerSecond / 1_000_000;
  return [
    {
      name: checkText().roundTrip,
      value: checkText().milliseconds(Math.max(1, Math.round(roundTripMs))),
    },
    { name: checkText().loss, value: checkText().percent(Math.round(loss * 100)) },
    { name: checkText().throughput, value: checkText().megabits(megabits.toFixed(1)) },
  ];
}
