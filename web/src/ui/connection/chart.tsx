// The last two minutes of one figure as a small line. Its last value stands beside it, so a screen reader misses nothing.
import { type Moment, maxMoments } from '../../state/link-history.ts';
import { chart, chartPaths } from './chart-path.ts';
import './chart.css';

export interface ChartProps {
  readonly history: readonly Moment[];
  readonly series: keyof Moment;
}

/** What is at the top of a chart at least: a calm line is low, and the usual wobble small. */
const ceilings: Readonly<Record<keyof Moment, number>> = {
  rttMs: 200,
  lostComing: 0.1,
  lostGoing: 0.1,
  receivedKbps: 500,
  sentKbps: 500,
};

export function Chart({ history, series }: ChartProps) {
  const values = history.map((moment) => moment[series]);
  const { line, area } = chartPaths(values, { most: maxMoments, ceiling: ceilings[series] });
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${chart.width} ${chart.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="chart__floor" d={`M0 ${chart.height}H${chart.width}`} />
      <path class="chart__area" d={area} />
      <path class="chart__line" d={line} />
    </svg>
  );
}
