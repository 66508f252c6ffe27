import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PeerId } from '../../../../protocol/ids.ts';
import type { Letter } from '../../../../protocol/peer.ts';
import { maxUnacked } from '../signaling/mailbox.ts';
import { emptySlots } from '../slots.ts';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { Peer } from './peer.ts';

function setup() {
  const environment = fakeEnvironment();
  const peer = new Peer({
    environment,
    id: v.parse(PeerId, '0000000000000000'),
    polite: true,
    offers: false,
    standing: 'present',
    configuration: {},
    own: () => ({ profile: { name: 'Ben' }, tracks: emptySlots, isHandRaised: false }),
  });
  const letters: Letter[] = [];
  peer.on('letter', (letter) => letters.push(letter));
  const receive = (number: number, message: unknown) =>
    peer.receive({ type: 'letter', epoch: 'there', number, ack: null, message });
  return { environment, peer, letters, receive };
}

test.each([
  ['of a type from the future', { type: 'sing', song: 'x' }],
  ['with fields that are wrong', { type: 'profile', profile: { name: 7 } }],
  ['that is nothing', null],
])('[M6] a message %s does not hold up those behind it', (_what, message) => {
  const { peer, receive } = setup();
  receive(1, message);
  receive(2, { type: 'profile', profile: { name: 'Ana' } });
  expect(peer.state.profile).toEqual({ name: 'Ana' });
});

test('[M2] what was said while nothing could carry it is said again', () => {
  const { environment, peer, letters } = setup();
  peer.introduce();
  const said = letters.splice(0).map(({ message }) => message);
  environment.clock.advance(1_000);
  expect(letters.map(({ message }) => message)).toEqual(said);
  expect(said).toHaveLength(3);
});

test('after close nothing is waited for', () => {
  const { environment, peer } = setup();
  peer.introduce();
  peer.close();
  expect(environment.clock.pendingTimers).toBe(0);
});

test('[M4] a peer that acks nothing is told who this is again, in a new epoch, and dialled', async () => {
  const { environment, peer, letters } = setup();
  peer.introduce();
  const [first] = letters;
  for (let count = 0; count < maxUnacked - 2; count += 1)
    peer.tell({ type: 'hand', isRaised: true });
  await setImmediate();
  const anew = letters.filter(({ epoch }) => epoch !== first?.epoch);
  expect(anew.slice(0, 4).map(({ number, message }) => [number, typeOf(message)])).toEqual([
    [1, 'profile'],
    [2, 'slots'],
    [3, 'hand'],
    [4, 'description'],
  ]);
  expect(environment.connections).toHaveLength(1);
});

test('[M4] what was said to a peer that acks nothing, and is dropped, never counts as heard', () => {
  const { peer } = setup();
  for (let count = 0; count <= maxUnacked; count += 1)
    peer.say({ type: 'chat', id: String(count), text: 'x' });
  expect(peer.state.unheard).toContain('0');
  expect(peer.state.unheard).toHaveLength(maxUnacked + 1);
});

test('a chat message that the other side may have heard is said again in a new epoch, by the same id', () => {
  const { peer, letters } = setup();
  peer.say({ type: 'chat', id: 'heard', text: 'a' });
  peer.say({ type: 'chat', id: 'unheard', text: 'b' });
  const [first] = letters.splice(0);
  const letter = { type: 'letter', number: 0 } as const;
  peer.receive({ ...letter, epoch: 'there', ack: { epoch: first?.epoch ?? '', upTo: 1 } });
  expect(peer.state.unheard).toEqual(['unheard']);
  peer.receive({ ...letter, epoch: 'there, anew', ack: null });
  const chat = letters.filter(({ message }) => typeOf(message) === 'chat');
  expect(chat.map(({ message }) => message)).toEqual([{ type: 'chat', id: 'unheard', text: 'b' }]);
  expect(peer.state.unheard).toEqual(['unheard']);
});

test('[M7] nothing is sent through the relay to a peer that is away, and all of it when it is back', () => {
  const { environment, peer, letters } = setup();
  peer.setStanding('away');
  peer.introduce();
  environment.clock.advance(10_000);
  expect(letters).toEqual([]);
  peer.setStanding('present');
  expect(letters.map(({ message }) => typeOf(message))).toEqual(['profile', 'slots', 'hand']);
});

function typeOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'type' in message && message.type;
}
