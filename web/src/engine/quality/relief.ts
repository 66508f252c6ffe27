// Makes pictures cheaper while they ask too much of the processor: first fewer frames, at last smaller ones.
import type { Source } from './picture.ts';
import type { ProcessorLoad, Work } from './processor-load.ts';
import { sum } from './sum.ts';

export interface Relief {
  /** An index of `steps`: 0 is none. */
  readonly step: number;
  /** Looks in a row that showed too much work. */
  readonly hardLooks: number;
  /** Looks in a row that showed little work. */
  readonly calmLooks: number;
}

export const noRelief: Relief = { step: 0, hardLooks: 0, calmLooks: 0 };

const steps = [
  { framesPerSecond: Infinity, pixels: Infinity },
  { framesPerSecond: 15, pixels: Infinity },
  { framesPerSecond: 10, pixels: Infinity },
  { framesPerSecond: 10, pixels: 480 * 270 },
] as const;

/**
 * So much of each processor may go into pictures: the rest of the call takes as much again, and the person has other things
 * to do. Less than the second, for some time, and they may cost more again.
 */
const much = 0.2;
const little = 0.08;
const enoughCalmLooks = 10;
/** One may be chance, and each step takes its time to show. */
const enoughHardLooks = 2;

export interface Strain {
  readonly loads: readonly ProcessorLoad[];
  /** By this look alone. */
  readonly isProcessorBusy: boolean;
  /** How many the machine has. */
  readonly processors: number;
}

/** After one more look. */
export function nextRelief({ step, hardLooks, calmLooks }: Relief, strain: Strain): Relief {
  const share = shareOf(strain.loads) / strain.processors;
  const same = { step, hardLooks: 0, calmLooks: 0 };
  if (strain.isProcessorBusy || share > much) {
    if (hardLooks + 1 < enoughHardLooks) return { ...same, hardLooks: hardLooks + 1 };
    return { ...same, step: Math.min(step + 1, steps.length - 1) };
  }
  if (share > little) return same;
  if (calmLooks + 1 < enoughCalmLooks) return { ...same, calmLooks: calmLooks + 1 };
  return { ...same, step: Math.max(0, step - 1) };
}

/** What is left of `source`, before anybody's wish is asked. A text keeps its letters. */
export function relieved(source: Source, { step }: Pick<Relief, 'step'>): Source {
  const { framesPerSecond, pixels } = steps[step] ?? steps[0];
  const most = source.spares === 'frames' ? Infinity : pixels;
  return {
    ...source,
    framesPerSecond: Math.min(source.framesPerSecond, framesPerSecond),
    mostPixels: most,
  };
}

/** In processors: how many of them work on pictures, or wait for their turn to. */
function shareOf(loads: readonly ProcessorLoad[]): number {
  const shares = loads.flatMap(({ encoding, decoding }) => [partOf(encoding), partOf(decoding)]);
  return sum(shares);
}

function partOf(work: Work | null): number {
  return work?.share ?? 0;
}
