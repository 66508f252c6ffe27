// Tells someone how large their pictures are seen, as soon as it matters and no sooner: whoever drags a window sends no
// hundred words a second.
import type { Clock } from '../engine/environment.ts';
import type { Shown } from '../engine/quality.ts';
import { type ShownChange, shownChange } from './shown.ts';

export interface PatientTeller {
  /** How it is now. */
  readonly want: (shown: Shown) => void;
  readonly close: () => void;
}

/** A picture finds its place within `--duration` of ui/tokens.css; a second is time to change one's mind. */
const delaysMs: Readonly<Record<Exclude<ShownChange, 'none'>, number>> = {
  appears: 0,
  grows: 150,
  shrinks: 1_000,
};

export function patientTeller(clock: Clock, tell: (shown: Shown) => void): PatientTeller {
  let told: Shown | undefined;
  let wanted: Shown | undefined;
  let due: { readonly atMs: number; readonly cancel: () => void } | undefined;

  function forget(): void {
    due?.cancel();
    due = undefined;
  }
  function tellNow(): void {
    forget();
    if (!wanted) return;
    told = wanted;
    tell(wanted);
  }
  return {
    want(shown) {
      wanted = shown;
      const change = shownChange(told, shown);
      if (change === 'none') return forget();
      const atMs = clock.now() + delaysMs[change];
      if (due && due.atMs <= atMs) return undefined;
      forget();
      if (change === 'appears') return tellNow();
      due = { atMs, cancel: clock.after(delaysMs[change], tellNow) };
      return undefined;
    },
    close: forget,
  };
}
