import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { someoneOutside } from '../testing/own-network.ts';
import { startRelayHost } from '../testing/relay-host.ts';
import { networkTest } from './testing/check-relay-host.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));

/** In a folder without .dev.vars. */
async function main(args: readonly string[], variables: NodeJS.Dict<string> = {}) {
  const check = spawn(process.execPath, [program, ...args], {
    cwd: tmpdir(),
    env: { ...process.env, TURN_SECRET: '', TURN_USER: '', ...variables },
  });
  const status = new Promise((resolve) => check.once('exit', resolve));
  const [output, complaint] = await Promise.all([text(check.stdout), text(check.stderr)]);
  return { status: await status, output, complaint };
}

test('whoever calls it wrongly gets a sentence and status 2', async () => {
  const { status, output, complaint } = await main(['--port', 'x']);
  expect({ status, output }).toEqual({ status: 2, output: '' });
  expect(complaint).toMatch(/^HOST is empty;.*\.\n$/);
});

test('without a secret it does not begin', async () => {
  const { status, complaint } = await main(['turn.example.org']);
  expect(status).toBe(2);
  expect(complaint).toContain('TURN_SECRET');
});

test('help is no mistake', async () => {
  const { status, output } = await main(['--help']);
  expect(status).toBe(0);
  expect(output).toContain('--capacity');
});

async function relayAndArguments(spoil?: (configuration: string) => string) {
  const relay = await startRelayHost(spoil ? { spoil } : {});
  onTestFinished(() => relay.close());
  const authority = join(relay.folder, 'authority.pem');
  writeFileSync(authority, relay.authority);
  const args = [
    relay.domain,
    '--address',
    relay.address,
    '--from',
    someoneOutside,
    '--ca',
    authority,
  ];
  return { relay, args };
}

networkTest(
  'a healthy relay is status 0, in a table without colours and without the secret',
  async () => {
    const { relay, args } = await relayAndArguments();
    const { status, output } = await main(args, { TURN_SECRET: relay.secret });
    expect(status).toBe(0);
    expect(output).toContain('21 green, 0 red, 1 not checked');
    expect(output).not.toContain('\u001B');
    expect(output).not.toContain(relay.secret);
  },
);

networkTest('a red row is status 1, for machines as well', async () => {
  const { relay, args } = await relayAndArguments((configuration) =>
    configuration.replace('no-tcp-relay', ''),
  );
  const { status, output } = await main([...args, '--no-tls', '--json'], {
    TURN_SECRET: relay.secret,
  });
  expect(status).toBe(1);
  expect(JSON.parse(output)).toContainEqual({
    group: 'peers',
    name: 'tcp relay',
    verdict: 'red',
    seen: 'granted',
    means: expect.any(String),
    changes: [{ where: 'turnserver.conf', line: 'no-tcp-relay' }],
  });
});
