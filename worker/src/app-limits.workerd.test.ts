import { listDurableObjectIds } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { subprotocol } from '../../protocol/limits.ts';
import { TestClient } from '../test/test-client.ts';
import { mintRoom, ownOrigin, requestSocket } from '../test/test-room.ts';
import { app } from './app.ts';
import type { Env } from './env.ts';

const CREATE_TOKEN = 'a-token-of-tests';

/** Asks for a room where the operator's token is needed, unless `variables` say otherwise. */
function ask(authorization: string | undefined, variables: object = { CREATE_TOKEN }) {
  const headers = authorization === undefined ? {} : { Authorization: authorization };
  const init = { method: 'POST', body: '{"lock":""}', headers };
  return app.request('/api/rooms', init, { ...env, ...variables });
}

test('[R17] whoever bears the token makes rooms', async () => {
  expect((await ask(`Bearer ${CREATE_TOKEN}`)).status).toBe(201);
  expect((await ask(undefined, { CREATE_TOKEN: '' })).status).toBe(201);
});

test.each([undefined, 'Bearer', `Bearer ${CREATE_TOKEN}x`, `Basic ${CREATE_TOKEN}`])(
  '[R17] whoever bears %j makes none',
  async (authorization) => {
    const response = await ask(authorization);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'create-token' });
  },
);

test('[R17] nobody needs the token to join', async () => {
  const { code } = await mintRoom();
  const headers = { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': subprotocol };
  const variables = { ...env, CREATE_TOKEN };
  const response = await app.request(`/api/rooms/${code}/socket`, { headers }, variables);
  expect((await new TestClient(response).welcome()).version).toBe(1);
});

/** Counts up to a limit, however long that takes. */
function limitOf(most: number): RateLimit & { readonly keys: string[] } {
  const keys: string[] = [];
  const limit = ({ key }: RateLimitOptions) => {
    keys.push(key);
    return Promise.resolve({ success: keys.filter((other) => other === key).length <= most });
  };
  return { keys, limit };
}

const from = (address: string) => ({ 'CF-Connecting-IP': address });

async function statusOf(path: string, init: RequestInit, variables: Partial<Env>) {
  return (await app.request(path, init, { ...env, ...variables })).status;
}

test('[R17] too many requests for rooms from one address are refused, and others are not', async () => {
  const ROOM_RATE_LIMIT = limitOf(2);
  const askFrom = (address: string, body = '{"lock":""}') =>
    statusOf('/api/rooms', { method: 'POST', body, headers: from(address) }, { ROOM_RATE_LIMIT });
  expect(await askFrom('198.51.100.1')).toBe(201);
  expect(await askFrom('198.51.100.1', 'nonsense')).toBe(400);
  expect(await askFrom('198.51.100.1')).toBe(429);
  expect(await askFrom('198.51.100.2')).toBe(201);
  expect(ROOM_RATE_LIMIT.keys).toHaveLength(4);
});

test('[R17] guesses at the token are counted, and so are guesses at codes', async () => {
  const limit = limitOf(1);
  const variables = { CREATE_TOKEN, ROOM_RATE_LIMIT: limit, SOCKET_RATE_LIMIT: limit };
  const headers = { ...from('198.51.100.1'), Authorization: 'Bearer guess' };
  expect(await statusOf('/api/rooms', { method: 'POST', headers }, variables)).toBe(401);
  expect(await statusOf('/api/rooms', { method: 'POST', headers }, variables)).toBe(429);
});

test('[R17] too many sockets from one address are closed, and wake no object', async () => {
  const { code } = await mintRoom();
  const variables = { ...env, SOCKET_RATE_LIMIT: limitOf(1) };
  const before = (await listDurableObjectIds(env.ROOMS)).length;
  const open = async (path: string) => {
    const headers = { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': subprotocol };
    const init = { headers: { ...headers, ...from('2001:db8::1') } };
    return new TestClient(await app.request(path, init, variables));
  };
  const wrong = await open('/api/rooms/000000000000/socket');
  expect((await wrong.closed).code).toBe(closeCodes.unknownRoom);
  const { closed } = await open(`/api/rooms/${code}/socket`);
  expect(await closed).toEqual({ code: closeCodes.tooManyAttempts, reason: 'tooManyAttempts' });
  expect((await listDurableObjectIds(env.ROOMS)).length).toBe(before);
});

test(
  '[R17] wrangler.toml binds both limits: 60 rooms, and 300 sockets a minute',
  {
    timeout: 30_000,
  },
  async () => {
    // The minute may turn once meanwhile: of twice as many and one, one is over the limit of its minute.
    const rooms = Array.from({ length: 121 }, () =>
      exports.default.fetch(`${ownOrigin}/api/rooms`, {
        method: 'POST',
        body: '{"lock":""}',
        headers: from('198.51.100.3'),
      }),
    );
    const statuses = (await Promise.all(rooms)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(60);
    expect(statuses).toContain(429);
    const sockets = Array.from({ length: 601 }, async () => {
      const headers = from('198.51.100.3');
      return new TestClient(await requestSocket('000000000000', { headers })).closed;
    });
    const codes = (await Promise.all(sockets)).map(({ code }) => code);
    const unknown = codes.filter((code) => code === closeCodes.unknownRoom);
    expect(unknown.length).toBeGreaterThanOrEqual(300);
    expect(codes).toContain(closeCodes.tooManyAttempts);
  },
);
