// A room of the real Worker, and people to put in it.
import { env, exports } from 'cloudflare:workers';
import * as v from 'valibot';
import { type PeerId, RoomCode } from '../../protocol/ids.ts';
import { subprotocol } from '../../protocol/limits.ts';
import { TestClient, type Welcome } from './test-client.ts';

export const ownOrigin = 'https://earshot.test';

export type TestPeer = { id: PeerId; client: TestClient; welcome: Welcome };

/** Asks for a room's socket as our client would, unless `headers` say otherwise. */
export function requestSocket(
  code: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return exports.default.fetch(`${ownOrigin}/api/rooms/${code}/socket`, {
    headers: { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': subprotocol, ...headers },
  });
}

export async function mintRoom() {
  const response = await exports.default.fetch(`${ownOrigin}/api/rooms`, { method: 'POST' });
  const { code } = v.parse(v.object({ code: RoomCode }), await response.json());
  return { code, stub: env.ROOMS.getByName(code) };
}

export async function visit(code: string): Promise<TestPeer> {
  const client = new TestClient(await requestSocket(code));
  const welcome = await client.welcome();
  return { id: welcome.self, client, welcome };
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
