// A room of the real Worker whose maker is inside as its host, and what may happen to its object.
import { evictDurableObject } from 'cloudflare:test';
import type { HostMessage } from '../../protocol/relay.ts';
import type { Entry } from '../../protocol/room.ts';
import { type TestPeer, drawToken, mintRoom, takeSeat, visit } from './test-room.ts';

export type HostedPeer = TestPeer & { browser: string };

/** A host and a guest who are inside, and a visitor, each in a browser of its own; all have heard all there was. */
export async function meetHosted() {
  const { code, host: token, stub } = await mintRoom();
  const browsers = [drawToken(), drawToken(), drawToken()] as const;
  const host = await takeSeat(code, { host: token, browser: browsers[0] });
  const guest = await takeSeat(code, { browser: browsers[1] });
  const visitor = await visit(code, { browser: browsers[2] });
  await host.client.heard();
  return {
    code,
    token,
    stub,
    host: { ...host, browser: browsers[0] },
    guest: { ...guest, browser: browsers[1] },
    visitor: { ...visitor, browser: browsers[2] },
  };
}

/** The same with an entry that the host has set, as everyone has heard. */
export async function meetBehind(entry: Entry) {
  const meeting = await meetHosted();
  await use(meeting.host, { type: 'set-entry', entry });
  for (const { client } of [meeting.guest, meeting.visitor]) await client.heard();
  return meeting;
}

/** The same with a visitor who waits to be admitted, as the host has heard. */
export async function meetAndKnock() {
  const meeting = await meetBehind('knock');
  const { visitor, host } = meeting;
  visitor.client.send({ type: 'join' });
  await visitor.client.heard();
  await host.client.heard();
  return meeting;
}

/** Says something as a host, and returns what it heard until the object was done with it. */
export function use({ client }: TestPeer, message: HostMessage) {
  client.send(message);
  return client.heard();
}

/** Whether the object just lost its memory, in a test's name. */
export const evictions = [false, true];

export async function evictIf(isDue: boolean, stub: DurableObjectStub): Promise<void> {
  if (isDue) await evictDurableObject(stub);
}
