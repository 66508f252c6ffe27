// `npm run deploy`: builds, and puts Earshot on the person's own Cloudflare account. `--dry-run` does all but that.
import { type StdioOptions, spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { check, deployedVariables, newSecret } from './variables.ts';

const Secrets = v.array(v.object({ name: v.string() }));

const isDryRun = process.argv.includes('--dry-run');

const variables = deployedVariables();
// The secrets are on Cloudflare's side: for the check, stand-ins that are long enough.
const turnSecret = variables['TURN_URLS']?.includes('turn') ? { TURN_SECRET: newSecret() } : {};
check({ ...variables, ROOM_SECRET: newSecret(), ...turnSecret }, 'wrangler.toml');

run('vite', ['build', 'web', '--logLevel', 'warn']);
run('wrangler', ['deploy', ...(isDryRun ? ['--dry-run'] : [])]);
if (!isDryRun) finishSecrets();

function finishSecrets(): void {
  const { stdout } = spawnSync('wrangler', ['secret', 'list', '--format', 'json'], {
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  const names = new Set(v.parse(Secrets, JSON.parse(stdout)).map(({ name }) => name));
  if (!names.has('ROOM_SECRET')) run('wrangler', ['secret', 'put', 'ROOM_SECRET'], newSecret());
  if (names.has('TURN_SECRET')) return;
  console.log('No relay host yet, so some people will not reach each other: see turn/README.md.');
}

function run(command: string, args: string[], input?: string): void {
  const stdio: StdioOptions = [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'];
  const { status } = spawnSync(command, args, { stdio, ...(input !== undefined && { input }) });
  if (status !== 0) process.exit(status ?? 1);
}
