import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const script = fileURLToPath(new URL('deploy.ts', import.meta.url));

/** An account with these secrets; undefined before its first deployment, as wrangler answers then. */
interface Account {
  readonly turnUrls: string;
  readonly secrets: readonly string[] | undefined;
}

/** Deploys with a vite and a wrangler that do nothing but note how they were called. */
function deploy({ turnUrls, secrets }: Account, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const note = `#!/bin/sh\necho "$(basename "$0") $*" >> "${folder}/calls"\n`;
  const list = JSON.stringify(secrets?.map((name) => ({ name, type: 'secret_text' })));
  const answer = `
    if [ "$1" = deploy ]; then touch "${folder}/deployed"; fi
    if [ "$2" = list ]; then
      if [ -n '${list ?? ''}' ]; then echo '${list}'; exit; fi
      if [ -e "${folder}/deployed" ]; then echo '[]'; exit; fi
      echo 'Worker "earshot" not found.' >&2; exit 1
    fi`;
  writeFileSync(join(folder, 'vite'), note, { mode: 0o755 });
  writeFileSync(join(folder, 'wrangler'), `${note}${answer}`, { mode: 0o755 });
  writeFileSync(join(folder, 'wrangler.toml'), `[vars]\nTURN_URLS = "${turnUrls}"\n`);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` };
  const options = { cwd: folder, env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], options);
  const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
  return { status, stdout, stderr, calls };
}

test('the first deployment makes up the room secret', () => {
  const { status, stdout, calls } = deploy({ turnUrls: '', secrets: undefined });
  expect(status).toBe(0);
  expect(calls().at(-1)).toBe('wrangler secret put ROOM_SECRET');
  expect(stdout).toContain('No relay host yet');
});

test.each([{ secrets: undefined }, { secrets: ['ROOM_SECRET'] }])(
  'a relay without its secret is refused before anything is deployed ($secrets)',
  ({ secrets }) => {
    const { status, stderr, calls } = deploy({ turnUrls: 'turn:relay.test', secrets });
    expect(status).toBe(1);
    expect(stderr).toContain('npx wrangler secret put TURN_SECRET');
    expect(calls()).toEqual(['wrangler secret list --format json']);
  },
);

test.each([
  { turnUrls: 'turn:relay.test', secrets: ['ROOM_SECRET', 'TURN_SECRET'] },
  { turnUrls: 'stun:turn.relay.test', secrets: ['ROOM_SECRET'] },
])('$turnUrls is deployed where the account has $secrets, which stay', (account) => {
  const { status, calls } = deploy(account);
  expect(status).toBe(0);
  expect(calls()).toContain('wrangler deploy');
  expect(calls()).not.toContain('wrangler secret put ROOM_SECRET');
});

test('a dry run asks the account nothing', () => {
  const { status, calls } = deploy(
    { turnUrls: 'turn:relay.test', secrets: undefined },
    '--dry-run',
  );
  expect(status).toBe(0);
  expect(calls()).toEqual(['vite build web --logLevel warn', 'wrangler deploy --dry-run']);
});
