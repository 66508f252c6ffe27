import { env } from 'cloudflare:workers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { subprotocol } from '../../protocol/limits.ts';
import { TestClient } from '../test/test-client.ts';
import { drawToken, mintRoom, requestSocket, takeSeat } from '../test/test-room.ts';
import { app } from './app.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const routes = new Set(app.routes.map(({ path }) => path.replace(':code', 'x').replace('*', '')));
const paths = [...routes, '/api', '/api/', '/api/nothing', '/api/rooms/', '/api/rooms/x', '/%'];

const safe = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
};

const brokenEnv = {
  ...env,
  get ROOM_SECRET(): string {
    throw new TypeError('Anna at 198.51.100.7 in 7k3m9qpxfebq');
  },
};

/** All that is written to the log until the end of the test. */
function listenToLog() {
  const lines: string[] = [];
  for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
    const spy = vi.spyOn(console, method).mockImplementation((...said: unknown[]) => {
      lines.push(said.map(String).join(' '));
    });
    onTestFinished(() => spy.mockRestore());
  }
  return lines;
}

test.each([
  ['as it should be', env],
  ['misconfigured', { ...env, ROOM_SECRET: '' }],
  ['broken', brokenEnv],
])('every answer of a Worker that is %s is safe to be misused', async (_how, variables) => {
  listenToLog();
  expect(routes).toContain('/api/rooms/x/socket');
  for (const path of paths) {
    for (const method of methods) {
      const response = await app.request(path, { method }, variables);
      const headers = Object.fromEntries(response.headers);
      expect(headers, `${method} ${path}`).toMatchObject(safe);
      expect(headers['content-type'], `${method} ${path}`).toMatch(/^application\/json/);
      // CORS is not allowed to anyone.
      expect(Object.keys(headers).filter((name) => name.startsWith('access-'))).toEqual([]);
    }
  }
});

test('an error nobody expected is named and not told', async () => {
  const lines = listenToLog();
  const response = await app.request('/api/health', {}, brokenEnv);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: 'internal' });
  const headers = { Upgrade: 'websocket' };
  const { closed } = new TestClient(
    await app.request('/api/rooms/7k3m9qpxfebq/socket', { headers }, brokenEnv),
  );
  expect(await closed).toEqual({ code: closeCodes.serverError, reason: 'serverError' });
  expect(lines).toEqual(['TypeError at /*', 'TypeError at /*']);
});

test('an error of the object is named and not told', async () => {
  const lines = listenToLog();
  const { code } = await mintRoom();
  const failing = {
    ...env,
    ROOMS: {
      getByName: () => ({ fetch: () => Promise.reject(new RangeError(`${code} of Anna`)) }),
    },
  };
  const headers = { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': subprotocol };
  const { closed } = new TestClient(
    await app.request(`/api/rooms/${code}/socket`, { headers }, failing),
  );
  expect((await closed).code).toBe(closeCodes.serverError);
  expect(lines).toEqual(['RangeError at /api/rooms/:code/socket']);
});

test('whatever is asked and said, nobody is in the log, and nothing that is secret', async () => {
  const lines = listenToLog();
  const { code, host } = await mintRoom();
  const join = drawToken();
  const address = '198.51.100.77';
  const alice = await takeSeat(code, { host, browser: drawToken() });
  const bob = await takeSeat(code);
  const secrets = [code, host, join, address, alice.ticket, alice.id, bob.id, 'hunter2', 'Anna'];

  const headers = { 'CF-Connecting-IP': address, Authorization: 'Bearer hunter2' };
  for (const body of ['Anna', '{"lock":"Anna"}', '{"__proto__":"Anna"}', 'x'.repeat(2000)])
    for (const path of [...paths, `/api/rooms/${code}/socket`, `/api/rooms/${code}/Anna`])
      for (const method of ['POST', 'PUT'])
        await app.request(
          path,
          { method, body, headers },
          { ...env, CREATE_TOKEN: 'x'.repeat(16) },
        );
  for (const offers of [
    { join },
    { ticket: alice.ticket },
    { host: `${host}x`, browser: 'Anna' },
  ]) {
    const response = await requestSocket(code, { offers, headers });
    await app.request(`/api/rooms/${code}/socket`, { headers }, env);
    response.webSocket?.accept();
  }
  for (const frame of ['Anna', '{"type":"Anna"}', '{"type":"signal","to":"Anna","payload":"Anna"}'])
    bob.client.sendFrame(frame);
  bob.client.signal(alice.id, 'Anna');
  bob.client.send({ type: 'end' });
  await bob.client.heard();
  bob.client.sendFrame(new ArrayBuffer(4));
  await bob.client.closed;

  expect(lines.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
  expect(lines).toEqual([]);
});
