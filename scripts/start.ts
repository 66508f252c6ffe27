// `npm start`: builds the page and serves the whole app from this machine.
import { spawnSync } from 'node:child_process';
import { type LocalServer, startLocalServer, stopOnSignals } from './local-server.ts';
import { localVariables, pageVariables } from './variables.ts';

const defaultPort = 8787;

let server: LocalServer | undefined;
stopOnSignals(() => server);

try {
  const port = readPort(process.env['PORT']);
  const variables = localVariables();
  const build = spawnSync('vite', ['build', 'web', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, ...pageVariables(variables) },
  });
  if (build.error)
    throw new Error('vite could not be started: run this by npm, which installs it.');
  if (build.status !== 0)
    throw new Error('The page could not be built; the messages above say why.');
  const portAdvice = 'Choose another one: PORT=8788 npm start.';
  server = await startLocalServer({ port, variables, portAdvice });
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
