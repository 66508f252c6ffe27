// The rows as a table for people, and as JSON for machines.
import type { Finding, Row } from './row.ts';

type Verdict = Finding['verdict'];

/** How a verdict looks, where there are colours. */
export type Paint = (verdict: Verdict, text: string) => string;

const marks: Readonly<Record<Verdict, string>> = { green: 'ok', red: 'RED', grey: '-' };
const markWidth = 5;

export function table(rows: readonly Row[], columns: number, paint: Paint): string {
  const nameWidth = Math.max(...rows.map(({ name }) => name.length)) + 2;
  const groups = [...Map.groupBy(rows, ({ group }) => group)].map(([group, members]) =>
    [group, ...members.map((row) => shown(row, { nameWidth, columns, paint }))].join('\n'),
  );
  return [...groups, summary(rows), ...hints(rows, columns)].join('\n\n');
}

interface Layout {
  readonly nameWidth: number;
  readonly columns: number;
  readonly paint: Paint;
}

function shown(row: Row, { nameWidth, columns, paint }: Layout): string {
  const margin = 2;
  const indent = ' '.repeat(margin + markWidth + nameWidth);
  const wrap = (text: string) => wrapped(text, columns - indent.length);
  const [first = '', ...rest] = wrap(
    row.verdict === 'grey' ? `not checked: ${row.seen}` : row.seen,
  );
  const mark = paint(row.verdict, marks[row.verdict].padEnd(markWidth));
  const head = ' '.repeat(margin) + mark + row.name.padEnd(nameWidth) + first;
  return [head, ...[...rest, ...advice(row, wrap)].map((line) => indent + line)].join('\n');
}

function advice(row: Row, wrap: (text: string) => string[]): string[] {
  if (row.verdict !== 'red') return [];
  const changes = row.changes.map(({ where, line }) => `${where}: ${line}`);
  return [...wrap(row.means), ...changes.map((change) => `> ${change}`)];
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length <= width || last === '') lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

function summary(rows: readonly Row[]): string {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return `${count('green')} green, ${count('red')} red, ${count('grey')} not checked`;
}

/** Whoever has it written loses what they change in it by hand. */
function hints(rows: readonly Row[], columns: number): string[] {
  const isConfigured = rows.some(
    (row) => row.verdict === 'red' && row.changes.some(({ where }) => where === 'turnserver.conf'),
  );
  const hint =
    'turn/setup writes turnserver.conf as it should be: on a host that it set up, run it again.';
  return isConfigured ? [wrapped(hint, columns).join('\n')] : [];
}
