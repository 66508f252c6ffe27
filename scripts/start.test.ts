import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { subprotocol } from '../protocol/limits.ts';
import { ServerMessage } from '../protocol/relay.ts';
import { startCloudflareTurnApi, tokenOf } from './cloudflare-turn-api.ts';

/** All of them, or the developer's own .dev.vars would speak here. */
const variables = {
  ROOM_SECRET: 'a secret of tests, and of nothing else',
  CREATE_TOKEN: '',
  ROOM_CAPACITY: '3',
  SEAT_GRACE_SECONDS: '30',
  ALLOWED_ORIGINS: '',
  TURN_URLS: '',
  TURN_CONTINENTS: '',
  TURN_SECRET: '',
  TURN_USER: '',
  TURN_PASSWORD: '',
  TURN_TTL_SECONDS: '3600',
  CLOUDFLARE_TURN_KEY_ID: '',
  CLOUDFLARE_TURN_API_TOKEN: '',
  CLOUDFLARE_TURN_API: '',
  APP_NAME: '',
  APP_LOGO: '',
  APP_ACCENT: '',
  APP_LANGUAGE: '',
};

/** Starts Earshot as `npm start` does, on a port of its own; everything it says is kept. */
async function start(environment: Record<string, string> = {}) {
  const port = await freePort();
  const env = { ...process.env, ...variables, PORT: String(port), ...environment };
  const program = spawn('node', ['scripts/start.ts'], { env, stdio: 'pipe' });
  /** The exit code, or the name of the signal that ended it. */
  const ended = once(program, 'exit').then(([code, signal]): unknown => code ?? signal);
  onTestFinished(async () => {
    program.kill();
    await ended;
  });
  let output = '';
  let onOutput = () => {};
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
      onOutput();
    });
  }
  /** Resolves when the program has said `text`; rejects if it ends without. */
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      onOutput = () => output.includes(text) && resolve();
      onOutput();
      void ended.then(() => reject(new Error(`it ended without saying "${text}":\n${output}`)));
    });
  return { program, says, ended, port, output: () => output };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('TCP has a port');
  server.close();
  await once(server, 'close');
  return address.port;
}

/** What a room of the server at `host` says first. */
async function firstWords(host: string): Promise<ServerMessage> {
  const body = JSON.stringify({ lock: '' });
  const response = await fetch(`http://${host}/api/rooms`, { method: 'POST', body });
  const { code } = v.parse(v.object({ code: v.string() }), await response.json());
  const socket = new WebSocket(`ws://${host}/api/rooms/${code}/socket`, subprotocol);
  const { data } = await new Promise<MessageEvent>((resolve, reject) => {
    socket.addEventListener('message', resolve, { once: true });
    socket.addEventListener('close', () => reject(new Error('the room closed the socket')));
  });
  socket.close();
  return v.parse(ServerMessage, JSON.parse(String(data)));
}

test('it says where it is, serves the page and the API, and ends at Ctrl+C', async () => {
  const { program, says, ended, port, output } = await start();
  await says(`Earshot is on http://localhost:${port}`);
  await says('No relay host is configured');
  const page = await fetch(`http://127.0.0.1:${port}/7k3m-9qpx-02ab`);
  expect(await page.text()).toContain('<div id="app">');
  expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");

  program.kill('SIGINT');
  expect(await ended).toBe(0);
  await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow('fetch failed');
  expect(output()).not.toContain('Error');
});

test('a secret signs as it was set, and a second Ctrl+C leaves no server behind', async () => {
  const secret = String.raw`pa$$HOME"q\n\z'#x`;
  const { program, says, ended, port } = await start({
    TURN_URLS: 'turn:relay.test',
    TURN_SECRET: secret,
  });
  await says('Earshot is on');
  const welcome = await firstWords(`127.0.0.1:${port}`);
  const relay = welcome.type === 'welcome' ? welcome.ice.servers[0] : undefined;
  const credential = createHmac('sha1', secret).update(String(relay?.username)).digest('base64');
  expect(relay?.credential).toBe(credential);

  const health = () => fetch(`http://127.0.0.1:${port}/api/health`);
  program.kill('SIGINT');
  await health().catch(() => {}); // Time for the first signal to arrive: two at once are one.
  program.kill('SIGINT');
  expect(await ended).toBe(0);
  await expect(health()).rejects.toThrow('fetch failed');
});

test("[T5] it asks the API it is told of for credentials of Cloudflare's TURN", async () => {
  const { says, port, output } = await start({
    CLOUDFLARE_TURN_KEY_ID: 'works',
    CLOUDFLARE_TURN_API_TOKEN: tokenOf('works'),
    CLOUDFLARE_TURN_API: await startCloudflareTurnApi(),
  });
  await says('Earshot is on');
  const welcome = await firstWords(`127.0.0.1:${port}`);
  expect(welcome.type === 'welcome' && welcome.ice.servers.at(-1)?.username).toBe('user 1');
  expect(output()).not.toContain('No relay host is configured');
});

test('two that are started from one folder keep to their own page', async () => {
  const one = await start({ APP_NAME: 'One' });
  await one.says('Earshot is on');
  const other = await start({ APP_NAME: 'Other' });
  await other.says('Earshot is on');
  const titleAt = async (port: number) =>
    /<title>(.*)<\/title>/.exec(await (await fetch(`http://127.0.0.1:${port}/`)).text())?.[1];
  expect(await Promise.all([titleAt(one.port), titleAt(other.port)])).toEqual(['One', 'Other']);
});

test('[C1] a taken port is named, with what to do', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void other.close());
  const { ended, output } = await start({ PORT: String(port) });
  expect(await ended).toBe(1);
  expect(output()).toContain(
    `Port ${port} is taken by another program, or by Earshot itself. Choose another one`,
  );
});

test.each([
  [
    { ROOM_CAPACITY: '99', ROOM_SECRET: 'short', TURN_URLS: 'http://relay' },
    [
      'ROOM_CAPACITY is "99"; it should be a whole number from 2 to 12.',
      'ROOM_SECRET has 5 characters; it should have at least 32',
      'TURN_URLS lists "http://relay"; it should list URLs such as turn:',
    ],
  ],
  [
    { APP_ACCENT: 'blue', APP_LANGUAGE: 'de' },
    ['APP_ACCENT is "blue"; it should be a colour', 'APP_LANGUAGE is "de"; it should be one of'],
  ],
  [{ APP_LOGO: 'no/logo.svg' }, ['APP_LOGO is "no/logo.svg"; there is no such file']],
  [{ PORT: 'abc' }, ['PORT is "abc"; it should be a whole number from 1 to 65535.']],
])('[C1] %j is named before anything is served', async (environment, sentences) => {
  const { ended, output } = await start(environment);
  expect(await ended).toBe(1);
  for (const sentence of sentences) expect(output()).toContain(sentence);
});
