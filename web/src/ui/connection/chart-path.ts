// A line through measured values, and what is below it, as the `d` of SVG paths. Where a value is not known the line is
// broken.

/** Of all charts, in the units of their view box. */
export const chart = { width: 120, height: 24 };

export interface ChartScale {
  /** So many values fill the width; the newest is at the right edge. */
  readonly most: number;
  /** What is at the top at least; the largest value, if that is more. */
  readonly ceiling: number;
}

export interface ChartPaths {
  readonly line: string;
  readonly area: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export function chartPaths(values: readonly (number | null)[], scale: ChartScale): ChartPaths {
  const pieces = piecesOf(values, scale);
  return {
    line: pieces.map((piece) => `M${piece.map(written).join('L')}`).join(''),
    area: pieces.map(areaBelow).join(''),
  };
}

/** What is known without a gap. */
function piecesOf(values: readonly (number | null)[], { most, ceiling }: ChartScale): Point[][] {
  const top = Math.max(ceiling, ...values.map((value) => value ?? 0));
  const step = chart.width / (most - 1);
  const pieces: Point[][] = [[]];
  for (const [index, value] of values.entries()) {
    const x = chart.width - (values.length - 1 - index) * step;
    if (value === null) pieces.push([]);
    else pieces.at(-1)?.push({ x, y: chart.height * (1 - value / top) });
  }
  return pieces.filter((piece) => piece.length > 0);
}

function areaBelow(piece: readonly Point[]): string {
  const [first, last] = [piece[0], piece.at(-1)];
  if (!first || !last) return '';
  const floor = chart.height;
  const ends = [
    { ...last, y: floor },
    { ...first, y: floor },
  ];
  return `M${[...piece, ...ends].map(written).join('L')}Z`;
}

function written({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
