// `npm start`: builds the page and serves the whole app from this machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type LocalServer,
  requireFreePort,
  startLocalServer,
  stopOnSignals,
} from './local-server.ts';
import { localVariables, pageVariables } from './variables.ts';

const defaultPort = 8787;

/** Of this very start: another one beside it, with other variables, has its own. */
const page = mkdtempSync(join(tmpdir(), 'earshot-page-'));
process.once('exit', () => rmSync(page, { recursive: true, force: true }));

let server: LocalServer | undefined;
stopOnSignals(() => server);

try {
  const port = readPort(process.env['PORT']);
  const variables = localVariables();
  const portAdvice = 'Choose another one: PORT=8788 npm start.';
  await requireFreePort({ port, portAdvice });
  const args = ['build', 'web', '--logLevel', 'warn', '--outDir', page, '--emptyOutDir'];
  const env = { ...process.env, ...pageVariables(variables) };
  const build = spawnSync('vite', args, { stdio: 'inherit', env });
  if (build.error)
    throw new Error('vite could not be started: run this by npm, which installs it.');
  if (build.status !== 0)
    throw new Error('The page could not be built; the messages above say why.');
  server = await startLocalServer({ port, variables, page, portAdvice });
  console.log(`\n  Earshot is on ${server.origin}`);
  console.log('  Open it in two windows to talk to yourself. Ctrl+C stops it.');
  if (!variables['TURN_URLS'] && !variables['CLOUDFLARE_TURN_KEY_ID']) {
    console.log('  No relay host is configured (TURN_URLS): calls connect directly or not at all.');
  }
  await server.ended;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? defaultPort);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is "${text}"; it should be a whole number from 1 to 65535.`);
}
