// A room of the real Worker, and people to put in it.
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import * as v from 'valibot';
import { onTestFinished, vi } from 'vitest';
import type { PeerId } from '../../protocol/ids.ts';
import { subprotocol } from '../../protocol/limits.ts';
import { CreatedRoom } from '../../protocol/room.ts';
import type { Ticket } from '../../protocol/ticket.ts';
import { toBase64Url } from '../src/base64url.ts';
import { lockOffered } from '../src/lock.ts';
import { roomName } from '../src/room-code.ts';
import { TestClient, type Welcome } from './test-client.ts';

export const ownOrigin = 'https://earshot.test';

/** Of the rooms in these tests. */
export const graceMs = 30_000;

export type TestPeer = { id: PeerId; ticket: Ticket; client: TestClient; welcome: Welcome };

/** What a client proves, or pretends to. */
export type Offers = { join?: string; host?: string; browser?: string; ticket?: string };

export type SocketRequest = { headers?: Record<string, string>; offers?: Offers; cf?: object };

/** Asks for a room's socket as our client would, unless `headers` say otherwise. */
export function requestSocket(code: string, request: SocketRequest = {}): Promise<Response> {
  const { headers = {}, offers = {}, cf = {} } = request;
  const carriers = Object.entries(offers).map(([kind, credential]) => `${kind}.${credential}`);
  const offered = [subprotocol, ...carriers].join(', ');
  return exports.default.fetch(`${ownOrigin}/api/rooms/${code}/socket`, {
    cf: { ...cf },
    headers: { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': offered, ...headers },
  });
}

/** Makes a room: open, or sealed with a key of which this is the join token. */
export async function mintRoom(join?: string) {
  const lock = await lockOffered(join === undefined ? [] : [`join.${join}`]);
  if (lock === undefined) throw new Error(`${join} is no join token`);
  const response = await exports.default.fetch(`${ownOrigin}/api/rooms`, {
    method: 'POST',
    body: JSON.stringify({ lock }),
  });
  const { code, host } = v.parse(CreatedRoom, await response.json());
  return { code, host, lock, stub: env.ROOMS.getByName(roomName(code, lock)) };
}

/** Draws a token, of whatever kind. */
export function drawToken(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** Opens a socket; `cf` is what Cloudflare would know of where it comes from. */
export async function visit(code: string, offers: Offers = {}, cf = {}): Promise<TestPeer> {
  const client = new TestClient(await requestSocket(code, { offers, cf }));
  const welcome = await client.welcome();
  return { id: welcome.self, ticket: welcome.ticket, client, welcome };
}

/** Opens a socket with a ticket, or with what is to pass for one. */
export function comeBack(code: string, ticket: string, offers: Offers = {}): Promise<TestPeer> {
  return visit(code, { ...offers, ticket });
}

export async function takeSeat(code: string, offers: Offers = {}): Promise<TestPeer> {
  const peer = await visit(code, offers);
  peer.client.send({ type: 'join' });
  const answer = await peer.client.next();
  if (answer.type !== 'joined') throw new Error(`a ${answer.type} in place of the seat`);
  return peer;
}

/** Two seated peers and a visitor who have heard all there was to hear. */
export async function meet() {
  const room = await mintRoom();
  const alice = await takeSeat(room.code);
  const bob = await takeSeat(room.code);
  const visitor = await visit(room.code);
  await alice.client.heard();
  return { ...room, alice, bob, visitor };
}

/** A meeting in which Alice's socket was lost, and everyone has heard it. */
export async function meetAndLoseAlice() {
  const meeting = await meet();
  await loseSocket(meeting.alice);
  for (const { client } of [meeting.bob, meeting.visitor]) await client.heard();
  return meeting;
}

/** A meeting in which Alice's seat was given up, and everyone has heard it. */
export async function meetAndGiveUpAlice() {
  const meeting = await meetAndLoseAlice();
  moveClock(graceMs);
  for (const { client } of [meeting.bob, meeting.visitor]) await client.heard();
  return meeting;
}

/** Loses a socket, as a dead network does: it ends without a word of leaving. */
export async function loseSocket({ client }: TestPeer): Promise<void> {
  client.close();
  await client.closed;
}

/** Ends every socket and the object with them, without an event. What is stored stays. */
export function crash(stub: DurableObjectStub): Promise<void> {
  return evictDurableObject(stub, { webSockets: 'close' });
}

/** Moves the time of day that the object reads, until the end of the test. Pings are stamped with the real one. */
export function moveClock(byMs: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + byMs });
  onTestFinished(() => void vi.useRealTimers());
}

/** What is stored, under which keys, and when the alarm will ring, as milliseconds from now. */
export function stored(stub: DurableObjectStub) {
  return runInDurableObject(stub, async (_room, { storage }) => {
    const alarmAtMs = await storage.getAlarm();
    const alarmInMs = alarmAtMs === null ? null : alarmAtMs - Date.now();
    return { rows: Object.fromEntries(await storage.list()), alarmInMs };
  });
}
