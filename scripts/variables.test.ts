import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { variableNames } from '../worker/src/config.ts';

const program = `
  import { localVariables } from ${JSON.stringify(new URL('variables.ts', import.meta.url).href)};
  console.log(JSON.stringify(localVariables()));
`;

/** Gathers the variables in a folder with this .dev.vars, and nothing set in the environment. */
function gather(devVars: string) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'wrangler.toml'), '[vars]\nROOM_CAPACITY = "5"\n');
  writeFileSync(join(folder, '.dev.vars'), devVars);
  const env = { ...process.env };
  for (const name of variableNames) delete env[name];
  const args = ['--input-type=module-typescript', '--eval', program];
  const { stdout } = spawnSync('node', args, { cwd: folder, env, encoding: 'utf8' });
  return {
    variables: JSON.parse(stdout),
    devVars: readFileSync(join(folder, '.dev.vars'), 'utf8'),
  };
}

test('a .dev.vars without a room secret gets one, and keeps the rest', () => {
  const { variables, devVars } = gather('TURN_SECRET=shared');
  expect(devVars).toMatch(/^TURN_SECRET=shared\nROOM_SECRET=[\w-]{43}\n$/);
  const ROOM_SECRET = devVars.trim().split('=').at(-1);
  expect(variables).toEqual({ ROOM_CAPACITY: '5', TURN_SECRET: 'shared', ROOM_SECRET });
});

test('a .dev.vars with a room secret stays as it is', () => {
  const text = 'ROOM_SECRET="a secret of tests, and of nothing else"';
  const { variables, devVars } = gather(text);
  expect(devVars).toBe(text);
  expect(variables.ROOM_SECRET).toBe('a secret of tests, and of nothing else');
});
