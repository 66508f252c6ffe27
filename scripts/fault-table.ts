// The figures of the fault tests as a table of Markdown, which can be read as it is.
import * as v from 'valibot';
import type { Spec } from './browsers.ts';

/** As e2e/faults/figure.ts writes it. */
const Figure = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    what: v.string(),
    figure: v.number(),
    atMost: v.number(),
    unit: v.picklist(['ms', 'times', '%']),
  }),
);
type Figure = v.InferOutput<typeof Figure>;

type Row = readonly string[];

const head: Row = ['fault', 'measured', 'figure', 'at most', 'verdict'];

/** A row for each figure, and one for a test that failed otherwise or did not run. */
export function faultTable(specs: readonly Spec[]): string {
  const rows = [head, ...specs.flatMap(rowsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: Row) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...rows.slice(1)].map(line).join('\n');
}

function rowsOf({ title, tests }: Spec): Row[] {
  const figures = tests.flatMap(({ annotations }) =>
    annotations
      .filter(({ type }) => type === 'figure')
      .map(({ description }) => v.parse(Figure, description)),
  );
  const rows = figures.map((figure) => [
    figure.what,
    shown(figure, figure.figure),
    shown(figure, figure.atMost),
    isKept(figure) ? 'holds' : 'fails',
  ]);
  const [status] = tests.map((each) => each.status);
  if (status === 'skipped') rows.push(['', '', '', 'not run']);
  else if (status !== 'expected' && figures.every(isKept))
    rows.push(['all else the test asks for', '', '', 'fails']);
  return rows.map((row, index) => [index === 0 ? title : ''].concat(row));
}

function isKept({ figure, atMost }: Figure): boolean {
  return figure <= atMost;
}

function shown({ unit }: Figure, value: number): string {
  switch (unit) {
    case 'ms':
      return `${(value / 1_000).toFixed(1)} s`;
    case '%':
      return `${value.toFixed(1)} %`;
    case 'times':
      return String(value);
    default:
      return unit satisfies never;
  }
}
