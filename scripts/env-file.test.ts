import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { unstable_getVarsForDev as readAsWrangler } from 'wrangler';
import { writeEnvFile } from './env-file.ts';

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'variables.env');
  const read = () =>
    Object.entries(readAsWrangler(undefined, [file], {}, undefined, true)).map(
      ([name, { value }]) => [name, value],
    );
  return { file, read };
}

test('every value reaches wrangler as it was', () => {
  const { file, read } = setup();
  const variables = {
    EMPTY: '',
    SPACED: '  a  b ',
    EXPANDED: 'pa$$HOME${HOME}$EMPTY\\$HOME\\\\$',
    ESCAPED: String.raw`line\nline\r\t\\`,
    DOUBLE: 'a"b"#c',
    SINGLE: "it's #1\\",
    BACK: '`a`=b',
    TWO: `p"q\\n\\z'#x`,
    TICKED: `'\`\\z#`,
  };
  writeEnvFile(file, variables);
  expect(Object.fromEntries(read())).toEqual(variables);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('[C1] a value that wrangler would alter is refused by name, and not shown', () => {
  const { file } = setup();
  const variables = { ROOM_CAPACITY: '8', TURN_SECRET: `hunter'"\`#2` };
  expect(() => writeEnvFile(file, variables)).toThrow(/told TURN_SECRET unaltered/);
  expect(() => writeEnvFile(file, variables)).not.toThrow(/hunter/);
});
