// How large someone's pictures are seen, as they are told it.
import type { Size } from '../../../protocol/peer-status.ts';
import type { Shown } from '../engine/quality.ts';

/** How the second differs from the first, by what is most urgent to tell of it; what comes is missed at once, what goes only costs. */
export type ShownChange = 'none' | 'shrinks' | 'grows' | 'appears';

/** An undefined `before` is what nobody has been told. */
export function shownChange(before: Shown | undefined, now: Shown): ShownChange {
  const camera = sizeChange(before?.camera, now.camera);
  const screen = sizeChange(before?.screen, now.screen);
  return urgency.find((each) => each === camera || each === screen) ?? 'none';
}

const urgency = ['appears', 'grows', 'shrinks'] as const;

/** Whoever sends it in another size rounds its shape, and so how large it is here: that is not worth a word. */
const unnoticed = { pixels: 3, share: 0.03 };

function sizeChange(before: Size | null | undefined, now: Size | null): ShownChange {
  if (!now) return before === null ? 'none' : 'shrinks';
  if (!before) return 'appears';
  const [across, down] = [now.width - before.width, now.height - before.height];
  if (isNoticed(across, before.width) || isNoticed(down, before.height))
    return Math.max(across, down) > 0 ? 'grows' : 'shrinks';
  return 'none';
}

function isNoticed(change: number, before: number): boolean {
  return Math.abs(change) > Math.max(unnoticed.pixels, unnoticed.share * before);
}
