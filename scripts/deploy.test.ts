import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const script = fileURLToPath(new URL('deploy.ts', import.meta.url));

/** An account with these secrets; undefined before its first deployment, as wrangler answers then. */
interface Account {
  /** In wrangler.toml. */
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: readonly string[] | undefined;
}

/** Deploys with a vite and a wrangler that do nothing but note how they were called. */
function deploy({ vars, secrets }: Account, ...args: string[]) {
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
  const lines = Object.entries(vars).map(([name, value]) => `${name} = "${value}"\n`);
  writeFileSync(join(folder, 'wrangler.toml'), `[vars]\n${lines.join('')}`);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` };
  const options = { cwd: folder, env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('node', [script, ...args], options);
  const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
  return { status, stdout, stderr, calls };
}

const hosts = { TURN_URLS: 'turn:relay.test' };
const lab = { ...hosts, TURN_USER: 'lab' };
const cloudflare = { CLOUDFLARE_TURN_KEY_ID: 'key' };

test('the first deployment makes up the room secret', () => {
  const { status, stdout, calls } = deploy({ vars: {}, secrets: undefined });
  expect(status).toBe(0);
  expect(calls().at(-1)).toBe('wrangler secret put ROOM_SECRET');
  expect(stdout).toContain('No relay host yet');
});

test.each([
  { vars: hosts, secrets: undefined, missing: 'TURN_SECRET' },
  { vars: hosts, secrets: ['CLOUDFLARE_TURN_API_TOKEN'], missing: 'TURN_SECRET' },
  { vars: lab, secrets: ['ROOM_SECRET'], missing: 'TURN_PASSWORD' },
  { vars: cloudflare, secrets: undefined, missing: 'CLOUDFLARE_TURN_API_TOKEN' },
  { vars: cloudflare, secrets: ['TURN_SECRET'], missing: 'CLOUDFLARE_TURN_API_TOKEN' },
])(
  '$vars without $missing is refused before anything is deployed ($secrets)',
  ({ vars, secrets, missing }) => {
    const { status, stderr, calls } = deploy({ vars, secrets });
    expect(status).toBe(1);
    expect(stderr).toContain(`npx wrangler secret put ${missing}`);
    expect(calls()).toEqual(['wrangler secret list --format json']);
  },
);

test('a user in the place of a secret that the account still has is refused', () => {
  const secrets = ['ROOM_SECRET', 'TURN_SECRET', 'TURN_PASSWORD'];
  const { status, stderr, calls } = deploy({ vars: lab, secrets });
  expect(status).toBe(1);
  expect(stderr).toContain('npx wrangler secret delete TURN_SECRET');
  expect(calls()).toEqual(['wrangler secret list --format json']);
});

test.each([
  { vars: hosts, secrets: ['ROOM_SECRET', 'TURN_SECRET'] },
  { vars: lab, secrets: ['ROOM_SECRET', 'TURN_PASSWORD'] },
  { vars: cloudflare, secrets: ['ROOM_SECRET', 'CLOUDFLARE_TURN_API_TOKEN'] },
  { vars: { TURN_URLS: 'stun:turn.relay.test' }, secrets: ['ROOM_SECRET'] },
])('$vars is deployed where the account has $secrets, which stay', (account) => {
  const { status, calls } = deploy(account);
  expect(status).toBe(0);
  expect(calls()).toContain('wrangler deploy');
  expect(calls()).not.toContain('wrangler secret put ROOM_SECRET');
});

test('a dry run asks the account nothing', () => {
  const { status, calls } = deploy({ vars: hosts, secrets: undefined }, '--dry-run');
  expect(status).toBe(0);
  expect(calls()).toEqual(['vite build web --logLevel warn', 'wrangler deploy --dry-run']);
});
