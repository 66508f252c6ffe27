// `npm run deploy`: builds, and puts Earshot on the person's own Cloudflare account. `--dry-run` does all but that.
import { type StdioOptions, spawnSync } from 'node:child_process';
import * as v from 'valibot';
import type { Config } from '../worker/src/config.ts';
import { check, deployedVariables, newSecret } from './variables.ts';

const Secrets = v.pipe(v.string(), v.parseJson(), v.array(v.object({ name: v.string() })));

// npm keeps the flag for itself when its own `--` is forgotten; that must not deploy.
const isDryRun = process.argv.includes('--dry-run') || process.env['npm_config_dry_run'] === 'true';

// The secrets are on Cloudflare's side: for the check, stand-ins that are long enough.
const variables = deployedVariables();
const standIns = {
  ROOM_SECRET: newSecret(),
  CLOUDFLARE_TURN_API_TOKEN: newSecret(),
  // It is one or the other.
  [variables['TURN_USER'] ? 'TURN_PASSWORD' : 'TURN_SECRET']: newSecret(),
};
const { turn } = check({ ...variables, ...standIns }, 'wrangler.toml');

const needed = secretFor(turn);
// Before the first deployment there is no Worker to ask about, which wrangler calls an error.
const kept = isDryRun || !needed ? undefined : readSecrets();
if (needed?.name === 'TURN_PASSWORD' && kept?.has('TURN_SECRET')) {
  fail(
    `TURN_USER is set in wrangler.toml, and the account has a TURN_SECRET: it is one or the other.
Take one of them out, and deploy again: npx wrangler secret delete TURN_SECRET`,
  );
}
if (!isDryRun && needed && !kept?.has(needed.name)) {
  fail(
    `${needed.because} in wrangler.toml, but the account has no ${needed.name} for it.
Set it to ${needed.value}, and deploy again: npx wrangler secret put ${needed.name}`,
  );
}
run('vite', ['build', 'web', '--logLevel', 'warn']);
run('wrangler', ['deploy', ...(isDryRun ? ['--dry-run'] : [])]);
if (!isDryRun) finish();

/** The secret without which nobody would be relayed; undefined when nobody is to be. */
function secretFor(relay: Config['turn']) {
  switch (relay.provider) {
    case 'none':
      return undefined;
    case 'hosts':
      return relay.access.type === 'user'
        ? { name: 'TURN_PASSWORD', because: 'TURN_USER is set', value: "that user's password" }
        : {
            name: 'TURN_SECRET',
            because: 'TURN_URLS lists a relay',
            value: "the relay's static-auth-secret",
          };
    case 'cloudflare':
      return {
        name: 'CLOUDFLARE_TURN_API_TOKEN',
        because: 'CLOUDFLARE_TURN_KEY_ID is set',
        value: 'the API token of that TURN key',
      };
    default:
      return relay satisfies never;
  }
}

/** Nobody has to make up the secret of room codes. One that is there stays: a new one would end every link. */
function finish(): void {
  const secrets = readSecrets();
  if (!secrets) {
    fail(
      'Cloudflare did not say which secrets there are. To see that ROOM_SECRET is, deploy again.',
    );
  }
  if (!secrets.has('ROOM_SECRET')) run('wrangler', ['secret', 'put', 'ROOM_SECRET'], newSecret());
  if (needed) return;
  console.log('No relay host yet, so some people will not reach each other: see turn/README.md.');
}

/** The names of the secrets on the account; undefined when wrangler can't tell. */
function readSecrets(): ReadonlySet<string> | undefined {
  const args = ['secret', 'list', '--format', 'json'];
  const { stdout } = spawnSync('wrangler', args, {
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'ignore'],
  });
  const secrets = v.safeParse(Secrets, stdout);
  return secrets.success ? new Set(secrets.output.map(({ name }) => name)) : undefined;
}

function run(command: string, args: string[], input?: string): void {
  const stdio: StdioOptions = [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'];
  const { status, error } = spawnSync(command, args, {
    stdio,
    ...(input !== undefined && { input }),
  });
  if (error) fail(`${command} could not be started: run this by npm, which installs it.`);
  if (status !== 0) process.exit(status ?? 1);
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
