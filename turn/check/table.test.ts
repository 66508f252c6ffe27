import { expect, test } from 'vitest';
import { type Row, coturn, green, grey, red } from './row.ts';
import { table } from './table.ts';

const rows: Row[] = [
  { group: 'reach', name: 'dns', ...green('203.0.113.7') },
  {
    group: 'reach',
    name: 'udp 3478',
    ...red('no answer', 'Calls fail.', { where: 'firewall', line: 'allow UDP' }),
  },
  { group: 'peers', name: 'tcp relay', ...grey('nothing answers') },
];
const plain = (_: Row['verdict'], text: string) => text;

test('each group has its rows, and a red one what it means and what to change', () => {
  expect(table(rows, 100, plain)).toBe(
    `reach
  ok   dns        203.0.113.7
  RED  udp 3478   no answer
                  Calls fail.
                  > firewall: allow UDP

peers
  -    tcp relay  not checked: nothing answers

1 green, 1 red, 1 not checked`,
  );
});

test('sentences are wrapped at the width, and lines to copy are not', () => {
  const line = `denied-peer-ip=${'f'.repeat(60)}`;
  const means = 'Whoever looks reads this sentence, which is too long for its line.';
  const long: Row = { group: 'peers', name: 'internal', ...red('open', means, ...coturn(line)) };
  const lines = table([long], 50, plain).split('\n');
  expect(lines.filter((each) => each.length > 50)).toEqual([expect.stringContaining(line)]);
  expect(lines.join(' ').replaceAll(/ +/g, ' ')).toContain(means);
});

test('where lines of turnserver.conf are to be changed, it says who writes them', () => {
  const row: Row = {
    group: 'limits',
    name: 'console',
    ...red('open', 'It is.', ...coturn('no-cli')),
  };
  expect(table([row], 100, plain)).toContain('turn/setup');
  expect(table(rows, 100, plain)).not.toContain('turn/setup');
});

test('a verdict is painted, and nothing else', () => {
  const painted = table(rows, 100, (verdict, text) => `<${verdict}:${text.trim()}>`);
  expect(painted).toContain('<green:ok>dns');
  expect(painted).toContain('<red:RED>udp 3478');
  expect(painted).toContain('<grey:->tcp relay');
});
