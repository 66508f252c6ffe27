// A room of the real Worker, and people to put in it.
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import * as v from 'valibot';
import { onTestFinished, vi } from 'vitest';
import { type PeerId, RoomCode } from '../../protocol/ids.ts';
import { subprotocol } from '../../protocol/limits.ts';
import type { Ticket } from '../../protocol/ticket.ts';
import { TestClient, type Welcome } from './test-client.ts';

export const ownOrigin = 'https://earshot.test';

/** Of the rooms in these tests. */
export const graceMs = 30_000;

export type TestPeer = { id: PeerId; ticket: Ticket; client: TestClient; welcome: Welcome };

/** Asks for a room's socket as our client would without a ticket, unless `headers` say otherwise. */
export function requestSocket(
  code: string,
  headers: Record<string, string> = {},
  cf: object = {},
): Promise<Response> {
  return exports.default.fetch(`${ownOrigin}/api/rooms/${code}/socket`, {
    cf: { ...cf },
    headers: { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': subprotocol, ...headers },
  });
}

export async function mintRoom() {
  const response = await exports.default.fetch(`${ownOrigin}/api/rooms`, { method: 'POST' });
  const { code } = v.parse(v.object({ code: RoomCode }), await response.json());
  return { code, stub: env.ROOMS.getByName(code) };
}

/** Opens a socket; `cf` is what Cloudflare would know of where it comes from. */
export async function visit(code: string, cf = {}): Promise<TestPeer> {
  return welcomed(await requestSocket(code, {}, cf));
}

/** Opens a socket with a ticket, or with what is to pass for one. */
export async function comeBack(code: string, ticket: string): Promise<TestPeer> {
  const offered = `${subprotocol}, ticket.${ticket}`;
  return welcomed(await requestSocket(code, { 'Sec-WebSocket-Protocol': offered }));
}

async function welcomed(response: Response): Promise<TestPeer> {
  const client = new TestClient(response);
  const welcome = await client.welcome();
  return { id: welcome.self, ticket: welcome.ticket, client, welcome };
}

export async function takeSeat(code: string): Promise<TestPeer> {
  const peer = await visit(code);
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
