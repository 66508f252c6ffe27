import { listDurableObjectIds } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { formatRoomCode, parseRoomCode } from '../../protocol/ids.ts';
import { subprotocol } from '../../protocol/limits.ts';
import { CreatedRoom } from '../../protocol/room.ts';
import { TestClient } from '../test/test-client.ts';
import { mintRoom, ownOrigin, requestSocket, takeSeat, visit } from '../test/test-room.ts';
import { app } from './app.ts';

const call = (path: string, init: RequestInit = {}) =>
  exports.default.fetch(`${ownOrigin}${path}`, init);

const openRoom = { method: 'POST', body: '{"lock":""}' };

async function objectCount(): Promise<number> {
  return (await listDurableObjectIds(env.ROOMS)).length;
}

test('[R10] a room is a code in its canonical form and a host token, and wakes no object', async () => {
  const before = await objectCount();
  const response = await call('/api/rooms', openRoom);
  expect(response.status).toBe(201);
  const { code, host, ...more } = v.parse(
    v.looseObject(CreatedRoom.entries),
    await response.json(),
  );
  expect(parseRoomCode(code)).toBe(code);
  expect(host).toMatch(/^0\./);
  expect(more).toEqual({});
  expect(await objectCount()).toBe(before);
});

test.each([
  undefined,
  '',
  '{',
  '[]',
  'null',
  '{}',
  '{"lock":7}',
  '{"lock":null}',
  '{"lock":"short"}',
  `{"lock":"${'+'.repeat(43)}"}`,
])('[R10] a request for a room with %j as its body is refused', async (body) => {
  const response = await call('/api/rooms', {
    method: 'POST',
    ...(body !== undefined && { body }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: 'malformed' });
});

test.each([true, false])(
  '[R10] a body too large is not read (its length is declared: %s)',
  async (isDeclared) => {
    const text = `{"lock":"","more":"${'x'.repeat(1024)}"}`;
    const body = isDeclared ? text : new Blob([text]).stream();
    const response = await call('/api/rooms', { method: 'POST', body });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: 'too-large' });
  },
);

test('[R10] a code is understood as people write it', async () => {
  const { code } = await mintRoom();
  const alice = await takeSeat(formatRoomCode(code).toUpperCase());
  expect((await visit(code)).welcome.peers).toEqual([{ id: alice.id, away: false, role: 'guest' }]);
});

test('[R9] a page of another origin can not open a room', async () => {
  const from = (origin: string) => call('/api/rooms', { ...openRoom, headers: { Origin: origin } });
  expect((await from(ownOrigin)).status).toBe(201);
  const refused = await from('https://evil.test');
  expect(refused.status).toBe(403);
  expect(await refused.json()).toEqual({ error: 'forbidden-origin' });
});

test('[R9] what asks for a socket without an upgrade is told so', async () => {
  const { code } = await mintRoom();
  const response = await call(`/api/rooms/${code}/socket`);
  expect(response.status).toBe(426);
  expect(await response.json()).toEqual({ error: 'upgrade-required' });
});

test.each([
  { headers: { 'Sec-WebSocket-Protocol': '' }, reason: 'unsupportedProtocol', selected: null },
  { headers: { 'Sec-WebSocket-Protocol': 'v0, b' }, reason: 'unsupportedProtocol', selected: 'v0' },
  { headers: { Origin: 'https://evil.test' }, reason: 'forbiddenOrigin', selected: subprotocol },
] as const)(
  '[R9] an upgrade with $headers is accepted, then closed as $reason',
  async ({ headers, reason, selected }) => {
    const { code } = await mintRoom();
    const before = await objectCount();
    const response = await requestSocket(code, { headers });
    expect(response.headers.get('Sec-WebSocket-Protocol')).toBe(selected);
    const { closed } = new TestClient(response);
    expect(await closed).toEqual({ code: closeCodes[reason], reason });
    expect(await objectCount()).toBe(before);
  },
);

test('[R9] a page of our own, and a client that is no browser, get the answer of the object as it is', async () => {
  const { code } = await mintRoom();
  for (const headers of [{ Origin: ownOrigin }, {}]) {
    const response = await requestSocket(code, {
      headers: { 'Sec-WebSocket-Protocol': `a, ${subprotocol}`, ...headers },
    });
    expect(response.status).toBe(101);
    expect(response.headers.get('Sec-WebSocket-Protocol')).toBe(subprotocol);
    expect(response.headers.get('Cache-Control')).toBeNull();
    await new TestClient(response).welcome();
  }
});

test('health says whether there is a relay', async () => {
  const response = await call('/api/health');
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({ ok: true, relay: true });
  const none = { ...env, TURN_URLS: '', TURN_CONTINENTS: '' };
  const key = { CLOUDFLARE_TURN_KEY_ID: 'key', CLOUDFLARE_TURN_API_TOKEN: 'token' };
  for (const [variables, relay] of [
    [none, false],
    [{ ...none, ...key }, true],
  ] as const) {
    const other = await app.request('/api/health', {}, variables);
    expect(await other.json()).toEqual({ ok: true, relay });
  }
});

test.each([
  { method: 'GET', path: '/api/rooms', status: 405, error: 'wrong-method', allow: 'POST' },
  { method: 'POST', path: '/api/health', status: 405, error: 'wrong-method', allow: 'GET' },
  { method: 'PUT', path: '/api/rooms/x/socket', status: 405, error: 'wrong-method', allow: 'GET' },
  { method: 'GET', path: '/api/nothing', status: 404, error: 'not-found', allow: null },
])('$method $path answers $status', async ({ method, path, status, error, allow }) => {
  const response = await call(path, { method });
  expect(response.status).toBe(status);
  expect(response.headers.get('Allow')).toBe(allow);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({ error });
});

test('[C1] a wrong configuration answers everything, and is explained to the log once', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const misconfigured = { ...env, ROOM_SECRET: 'hunter2' };
  for (const [path, method] of [
    ['/api/health', 'GET'],
    ['/api/rooms', 'POST'],
  ] as const) {
    const response = await app.request(path, { method }, misconfigured);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: 'misconfigured' });
  }
  const upgrade = { headers: { Upgrade: 'websocket' } };
  const { closed } = new TestClient(
    await app.request('/api/rooms/000000000000/socket', upgrade, misconfigured),
  );
  expect(await closed).toEqual({ code: closeCodes.serverError, reason: 'serverError' });
  expect(log.mock.calls).toEqual([
    ['ROOM_SECRET has 7 characters; it should have at least 32, drawn at random.'],
  ]);
  log.mockRestore();
});
