import { expect, test } from 'vitest';
import { type CloseReason, closeCodes } from '../../protocol/close-code.ts';
import { floodBurstFrames, maxFrameBytes } from '../../protocol/limits.ts';
import { meet, takeSeat, visit } from '../test/test-room.ts';

const nobody = '0000000000000000';
const frameFor = (to: string, payload: string) => JSON.stringify({ type: 'signal', to, payload });

test.each([
  ['no JSON', '{', 'malformed'],
  ['no message', '[]', 'unknown-type'],
  ['a type nobody knows', '{"type":"kick"}', 'unknown-type'],
  ['a message of the server', '{"type":"peer-left"}', 'unknown-type'],
  ['a field missing', '{"type":"signal"}', 'invalid'],
  ['a payload that is no text', `{"type":"signal","to":"${nobody}","payload":{}}`, 'invalid'],
  ['a recipient that is no id', frameFor('everyone', ''), 'invalid'],
  ['a recipient who is not here', frameFor(nobody, ''), 'unknown-recipient'],
  ['a second join', '{"type":"join"}', 'already-joined'],
])('[R1] %s is refused by name, and the socket lives on', async (_what, frame, reason) => {
  const { alice, bob, visitor } = await meet();
  alice.client.sendFrame(frame);
  expect(await alice.client.next()).toEqual({ type: 'refused', reason });
  alice.client.signal(bob.id, 'still here');
  const signal = { type: 'signal', from: alice.id, payload: 'still here' };
  expect(await bob.client.heard()).toEqual([signal]);
  expect(await visitor.client.heard()).toEqual([]);
});

test('[R2] whom a message claims to be from does not matter', async () => {
  const { alice, bob, visitor } = await meet();
  const forged = { type: 'signal', to: bob.id, payload: 'x', from: visitor.id };
  alice.client.sendFrame(JSON.stringify(forged));
  expect(await bob.client.next()).toEqual({ type: 'signal', from: alice.id, payload: 'x' });
});

test('[R3] a peer of another room can not be reached', async () => {
  const [here, there] = [await meet(), await meet()];
  here.alice.client.signal(there.alice.id, 'psst');
  expect(await here.alice.client.next()).toEqual({ type: 'refused', reason: 'unknown-recipient' });
  expect(await there.alice.client.heard()).toEqual([]);
});

test('[R3] nobody reaches itself, nor one who left', async () => {
  const { alice, bob } = await meet();
  bob.client.send({ type: 'bye' });
  await bob.client.closed;
  await alice.client.heard();
  for (const id of [alice.id, bob.id]) {
    alice.client.signal(id, 'hello?');
    expect(await alice.client.next()).toEqual({ type: 'refused', reason: 'unknown-recipient' });
  }
});

test('[R1] the largest frame there may be is delivered', async () => {
  const { alice, bob } = await meet();
  const payload = 'x'.repeat(maxFrameBytes - frameFor(bob.id, '').length);
  alice.client.signal(bob.id, payload);
  expect(await bob.client.next()).toEqual({ type: 'signal', from: alice.id, payload });
});

const offences: [CloseReason, (string | ArrayBuffer)[]][] = [
  ['frameTooLarge', ['x'.repeat(maxFrameBytes + 1)]],
  ['frameTooLarge', ['€'.repeat(maxFrameBytes / 3 + 1)]],
  ['binaryFrame', [new ArrayBuffer(1)]],
  ['flood', Array.from({ length: 2 * floodBurstFrames }, () => frameFor(nobody, ''))],
];

test.each(offences)(
  '[R7] %s closes the socket of a seated peer, the others hear it, the room goes on',
  async (reason, frames) => {
    const { code, alice, bob, visitor } = await meet();
    for (const frame of frames) alice.client.sendFrame(frame);
    expect(await alice.client.closed).toEqual({ code: closeCodes[reason], reason });
    for (const { client } of [bob, visitor]) {
      expect(await client.heard()).toEqual([{ type: 'peer-left', id: alice.id, reason: 'lost' }]);
    }
    const carol = await takeSeat(code);
    expect(carol.welcome.peers).toEqual([{ id: bob.id, away: false, role: 'guest' }]);
  },
);

test.each(offences)(
  '[R7] %s closes the socket of a visitor, and nobody hears it',
  async (reason, frames) => {
    const { code, alice, bob } = await meet();
    const { client } = await visit(code);
    for (const frame of frames) client.sendFrame(frame);
    expect(await client.closed).toEqual({ code: closeCodes[reason], reason });
    for (const peer of [alice, bob]) expect(await peer.client.heard()).toEqual([]);
  },
);
