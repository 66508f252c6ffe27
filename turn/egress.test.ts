// The guard against a coturn that would relay to anywhere, in the network of the tests' own. It is for one user of the
// system, and only root can be another one.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Clients } from './check/clients.ts';
import type { TransportAddress } from './check/stun/address.ts';
import { without } from './check/testing/check-relay-host.ts';
import { allocateOnce, comesTo, signedBy } from './testing/newcomers.ts';
import { addresses, hasOwnNetwork, someoneOutside } from './testing/own-network.ts';
import { redisSettings, startRedis } from './testing/redis.ts';
import { type RelayHost, startRelayHost } from './testing/relay-host.ts';
import type { Settings } from './testing/relay-env.ts';
import { renderGuard } from './testing/render.ts';

const isHere = hasOwnNetwork && process.getuid?.() === 0;
const [own, alsoHere] = addresses;
const somethingInside = '10.0.0.9';

/** A relay whose own rules allow everything, and the guard that is made for it. */
async function setup(settings: Settings = {}) {
  const spoil = without('denied-peer-ip', 'no-tcp-relay');
  const relay = await startRelayHost({ settings, spoil });
  const guard = join(relay.folder, 'egress.nft');
  const inside = ['address', 'replace', `${somethingInside}/32`, 'dev', 'lo'];
  run('ip', ...inside);
  onTestFinished(async () => {
    run('nft', 'table inet earshot_relay; delete table inet earshot_relay');
    await relay.close();
  });
  return { relay, loadGuard: () => run('nft', '-f', guard) };
}

/** Somebody with an allocation. */
function comes(relay: RelayHost) {
  const clients = new Clients();
  onTestFinished(clients.close);
  return comesTo(relay, clients);
}

/** Somebody new sends that through the relay. */
async function sends(relay: RelayHost, peer: TransportAddress, text: string): Promise<void> {
  const { client } = await comes(relay);
  expect(await client.permit(peer.address)).toMatchObject({ kind: 'success' });
  client.send(peer, Buffer.from(text));
}

/** How many packets to these addresses the guard has refused. */
function rejected(set: string): number {
  const { stdout } = spawnSync('nft', ['list', 'table', 'inet', 'earshot_relay'], {
    encoding: 'utf8',
  });
  return Number(new RegExp(`@${set} counter packets (\\d+)`).exec(stdout)?.[1]);
}

/** Listens for datagrams, on a port that no relay draws. */
async function listen(address: string) {
  const socket = createSocket('udp4');
  const heard: string[] = [];
  socket.on('message', (datagram) => heard.push(datagram.toString()));
  await once(socket.bind(5060, address), 'listening');
  onTestFinished(() => void socket.close());
  return { address, port: 5060, heard: () => heard };
}

/** Serves TCP, and says nothing; gives its port. */
async function serve(address: string): Promise<number> {
  const server = createServer((socket) => socket.destroy());
  await once(server.listen(0, address), 'listening');
  onTestFinished(() => void server.close());
  return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('TCP has a port');
  return address.port;
}

/** Whether coturn's user gets a connection there, from a port of its own choice or from `fromPort`. */
function opensAsCoturn(address: string, port: number, fromPort = 0): boolean {
  const from = fromPort === 0 ? '' : `LocalAddr => "${alsoHere}:${fromPort}", ReuseAddr => 1,`;
  const script = `exit !IO::Socket::INET->new(${from} PeerAddr => "${address}:${port}")`;
  const user = ['--reuid=turnserver', '--regid=turnserver', '--clear-groups'];
  const perl = ['perl', '-MIO::Socket::INET', '-e', script];
  return spawnSync('setpriv', [...user, ...perl]).status === 0;
}

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

describe.skipIf(!isHere)('the guard', () => {
  test('a coturn that may relay to anywhere reaches the inside without it, and with it only the outside', async () => {
    const { relay, loadGuard } = await setup();
    const inside = await listen(somethingInside);
    const outside = await listen(someoneOutside);
    await sends(relay, inside, 'without');
    await expect.poll(inside.heard).toEqual(['without']);

    loadGuard();
    await sends(relay, inside, 'with');
    await expect.poll(() => rejected('internal4')).toBe(1);
    await sends(relay, outside, 'with');
    await expect.poll(outside.heard).toEqual(['with']);
    expect(inside.heard()).toEqual(['without']);
  });

  test("the host's other services are not reached either", async () => {
    const { relay, loadGuard } = await setup();
    loadGuard();
    const service = await listen(own);
    await sends(relay, service, 'anyone?');
    await expect.poll(() => rejected('own4')).toBe(1);
    expect(service.heard()).toEqual([]);
  });

  test('two people reach each other through the relay', async () => {
    const { relay, loadGuard } = await setup();
    loadGuard();
    const [ana, ben] = [await comes(relay), await comes(relay)];
    await ana.client.permit(own);
    await ben.client.permit(own);
    const datagram = randomBytes(12);
    const isHeard = ben.client.hears(datagram, () => ana.client.send(ben.relayed, datagram));
    expect(await isHeard).toBe(true);
  });

  test("coturn's user opens TCP to nobody, not even from a port where it listens", async () => {
    const { loadGuard } = await setup();
    const port = await serve(someoneOutside);
    expect(opensAsCoturn(someoneOutside, port)).toBe(true);
    expect(opensAsCoturn(someoneOutside, port, 5349)).toBe(true);
    loadGuard();
    expect(opensAsCoturn(someoneOutside, port)).toBe(false);
    expect(opensAsCoturn(someoneOutside, port, 5349)).toBe(false);
    expect(opensAsCoturn(own, 3478)).toBe(false);
  });

  test('with its secrets in Redis it reaches that, and nothing else there', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const { relay, loadGuard } = await setup({ TURN_AUTH: 'redis', ...redisSettings });
    loadGuard();
    await relay.end('SIGKILL');
    await relay.start();
    expect(await allocateOnce(relay, signedBy(relay.secret))).toBe('granted');
    expect(opensAsCoturn('127.0.0.1', await serve('127.0.0.1'))).toBe(false);
  });

  test('people come by TCP as ever, and the rest of the host is left alone', async () => {
    const { loadGuard } = await setup();
    loadGuard();
    const person = connect(3478, own);
    await once(person, 'connect');
    person.destroy();

    // Most of this is sent by a socket that was closed, which is nobody's.
    const size = 2_000_000;
    const server = createServer((socket) => socket.end(Buffer.alloc(size)));
    await once(server.listen(0, own), 'listening');
    const port = portOf(server.address());
    const socket = connect(port, own);
    let received = 0;
    socket.on('data', ({ length }) => (received += length));
    await once(socket, 'end');
    expect(received).toBe(size);

    // That nobody listens is said by the kernel.
    server.close();
    const refused = once(connect(port, own), 'connect');
    await expect(refused).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }, 10_000);

  test.each([
    ['IPv6', { TURN_ADDRESS: '192.0.2.1 2001:db8::1' }, 'elements = { 2001:db8::1 }'],
    ['NAT', { TURN_PUBLIC_ADDRESS: '203.0.113.7' }, 'elements = { 192.0.2.1, 203.0.113.7 }'],
    ['other ports', { TURN_PORTS: '50000-60000' }, 'udp dport 50000-60000 accept'],
  ])('nft takes it for a host with %s', (_, settings, line) => {
    const rendered = renderGuard(settings);
    expect(rendered).toContain(line);
    run('nft', '--check', rendered);
  });
});
