import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PeerId } from '../../../../protocol/ids.ts';
import type { Letter } from '../../../../protocol/peer.ts';
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
    configuration: {},
    tracks: emptySlots,
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
  peer.introduce({ name: 'Ben' });
  const said = letters.splice(0).map(({ message }) => message);
  environment.clock.advance(1_000);
  expect(letters.map(({ message }) => message)).toEqual(said);
  expect(said).toHaveLength(2);
});

test('after close nothing is waited for', () => {
  const { environment, peer } = setup();
  peer.introduce({ name: 'Ben' });
  peer.close();
  expect(environment.clock.pendingTimers).toBe(0);
});

test('[T3] a peer that was given up stands in nobody’s way when credentials are renewed', () => {
  const { environment, peer } = setup();
  for (let count = 0; count <= 1_000; count += 1) peer.tellProfile({ name: 'Ben' });
  expect(peer.state.link).toBe('failed');
  expect(environment.connections[0]?.signalingState).toBe('closed');
  expect(() => peer.setIceServers([])).not.toThrow();
});
