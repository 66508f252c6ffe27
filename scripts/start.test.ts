import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const patienceMs = 60_000;

/** Starts Earshot as `npm start` does; everything it says is kept. */
function start(environment: Record<string, string>) {
  const env = { ...process.env, ...environment };
  const program = spawn('node', ['scripts/start.ts'], { env, stdio: 'pipe' });
  let output = '';
  let onOutput = () => {};
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
      onOutput();
    });
  }
  const ended = once(program, 'exit').then(([code]) => Number(code));
  /** Resolves when the program has said `text`; rejects if it ends without. */
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      onOutput = () => output.includes(text) && resolve();
      onOutput();
      void ended.then(() => reject(new Error(`it ended without saying "${text}":\n${output}`)));
    });
  return { program, says, ended, output: () => output };
}

test(
  'it says where it is, serves the page and the API, and ends at Ctrl+C',
  async () => {
    const { program, says, ended, output } = start({ PORT: '8811' });
    await says('Earshot is on http://localhost:8811');
    await says('No relay host is configured');
    const page = await fetch('http://127.0.0.1:8811/7k3m-9qpx-02ab');
    expect(await page.text()).toContain('<div id="app">');
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
    const room = await fetch('http://127.0.0.1:8811/api/rooms', { method: 'POST' });
    expect(room.status).toBe(201);

    program.kill('SIGINT');
    expect(await ended).toBe(0);
    await expect(fetch('http://127.0.0.1:8811/api/health')).rejects.toThrow('fetch failed');
    expect(output()).not.toContain('Error');
  },
  patienceMs,
);

test.each([
  [{ ROOM_CAPACITY: '99' }, 'ROOM_CAPACITY is "99"; it should be a whole number from 2 to 12.'],
  [{ ROOM_SECRET: 'short' }, 'ROOM_SECRET has 5 characters; it should have at least 32'],
  [
    { TURN_URLS: 'http://relay' },
    'TURN_URLS lists "http://relay"; it should list URLs such as turn:',
  ],
  [{ TURN_URLS: 'turn:relay.test' }, 'TURN_SECRET has 0 characters'],
  [{ PORT: 'abc' }, 'PORT is "abc"; it should be a whole number from 1 to 65535.'],
])(
  '[C1] %j is named before anything is served',
  async (environment, sentence) => {
    const { ended, output } = start(environment);
    expect(await ended).toBe(1);
    expect(output()).toContain(sentence);
  },
  patienceMs,
);
