// What a fault did to a call: figures, each with the most it may be. `npm run test:faults` makes a table of them.
import { expect, test } from '@playwright/test';

export interface Figure {
  readonly what: string;
  readonly figure: number;
  readonly atMost: number;
  readonly unit: 'ms' | 'times' | '%';
}

/** Keeps the figure for the table. The test fails if it is too large, but goes on: the others are of interest too. */
export function report(figure: Figure): void {
  test.info().annotations.push({ type: 'figure', description: JSON.stringify(figure) });
  expect.soft(figure.figure, figure.what).toBeLessThanOrEqual(figure.atMost);
}
