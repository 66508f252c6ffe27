import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { signedBy, udpOf } from '../testing/newcomers.ts';
import { startRelayHost } from '../testing/relay-host.ts';
import { Clients } from './clients.ts';
import type { Check } from './context.ts';
import { runCheck } from './run-check.ts';
import { encodeXorAddress } from './stun/address.ts';
import { type Message, attribute, decode, encode } from './stun/message.ts';
import { networkTest } from './testing/check-relay-host.ts';

const secret = 'a-secret-that-all-of-these-share';
const credential = signedBy(secret);
/** What turn/render gives each user where a room takes two. */
const quota = 12;

async function relayWithQuota() {
  const settings = { TURN_SECRET: secret, ROOM_CAPACITY: '2' };
  const relay = await startRelayHost({ settings });
  onTestFinished(() => relay.close());
  const allocate = async (clients: Clients) =>
    (await clients.allocate(udpOf(relay), { credential })).kind;
  const takeAll = (clients: Clients) => Array.from({ length: quota }, () => allocate(clients));
  return { allocate, takeAll };
}

/** Resolves when somebody else has had the whole quota: coturn is done with what is given back after a second. */
async function isGivenBack(allocate: (clients: Clients) => Promise<string>): Promise<void> {
  const others = new Clients();
  let had = 0;
  const more = async () => (had += (await allocate(others)) === 'success' ? 1 : 0);
  await expect.poll(more, { timeout: 5_000, interval: 20 }).toBe(quota);
  await others.close();
}

networkTest('what a check has taken is given back, even if the check breaks down', async () => {
  const { allocate, takeAll } = await relayWithQuota();
  const breaksDown: Check = {
    group: 'limits',
    name: 'breaks down',
    needs: 'nothing',
    run: async ({ clients }) => {
      expect(await Promise.all(takeAll(clients))).not.toContain('refused');
      expect(await allocate(clients)).toBe('refused');
      throw new Error('a bug');
    },
  };
  const nothing = {
    host: 'turn.earshot.test',
    address: undefined,
    from: undefined,
    port: 3478,
    tlsPorts: [],
    authorities: [],
    capacity: 2,
    access: { kind: 'signed', secret: '' },
    nowMs: () => 0,
    found: undefined,
    reaches: [],
    admissions: [],
    fresh: () => credential,
  } as const;
  await expect(runCheck(breaksDown, nothing, new AbortController().signal)).rejects.toThrow(
    'a bug',
  );
  await isGivenBack(allocate);
});

networkTest('whoever stops early leaves nothing behind', async () => {
  const { allocate, takeAll } = await relayWithQuota();
  const stop = new AbortController();
  const clients = new Clients(stop.signal);
  const taking = takeAll(clients);
  await Promise.race(taking);
  stop.abort();
  await Promise.all(taking);
  expect(await allocate(clients)).toBe('silent');
  await isGivenBack(allocate);
});

const mismatch = Buffer.from([0, 0, 4, 37]);

/** Remembers others at the first ports that ask it, and answers when it `may`. */
async function fakeRelay({ remembered = 0, may = Promise.resolve() } = {}) {
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  const ports = new Set<number>();
  const asked: string[] = [];
  socket.on('message', (bytes, { address, port }) => {
    const request = decode(bytes);
    if (!request) return;
    asked.push(request.method);
    const answer = encode(answerTo(request, ports.add(port).size > remembered));
    void may.then(() => socket.send(answer, port, address));
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const loopback = udpOf({ address: '127.0.0.1', domain: 'localhost' });
  return { endpoint: { ...loopback, port: socket.address().port }, ports, asked };
}

function answerTo({ method, transactionId }: Message, isNew: boolean): Message {
  const at = encodeXorAddress({ address: '192.0.2.1', port: 50_000 }, transactionId);
  return {
    method,
    class: isNew ? 'success' : 'error',
    transactionId,
    attributes: isNew
      ? [attribute('xorRelayedAddress', at), attribute('xorMappedAddress', at)]
      : [attribute('errorCode', mismatch)],
  };
}

test('what is still being asked for is given back as well', async () => {
  const { promise: may, resolve: answer } = Promise.withResolvers<void>();
  const { endpoint, asked } = await fakeRelay({ may });
  const clients = new Clients();
  const allocating = clients.allocate(endpoint, {});
  await expect.poll(() => asked).toEqual(['allocate']);
  const closing = clients.close();
  answer();
  await Promise.all([allocating, closing]);
  expect(asked).toEqual(['allocate', 'refresh']);
});

test('a port that somebody else had before is changed for another', async () => {
  const { endpoint, ports } = await fakeRelay({ remembered: 2 });
  const clients = new Clients();
  expect(await clients.allocate(endpoint, {})).toMatchObject({ kind: 'success' });
  expect(ports.size).toBe(3);
  await clients.close();
});

test('a relay that remembers every port is not asked for ever', async () => {
  const { endpoint } = await fakeRelay({ remembered: Infinity });
  const clients = new Clients();
  expect(await clients.allocate(endpoint, {})).toMatchObject({ kind: 'refused', code: 437 });
  await clients.close();
});
