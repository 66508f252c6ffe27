import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import type { RoomView } from '../../engine/room-view.ts';
import { text } from '../text/index.ts';
import { admissionOf } from './admission.ts';

const policy = { entry: 'open', isRelayOnly: false } as const;
const knock = { ...policy, entry: 'knock' } as const;
const closed = { ...policy, entry: 'closed' } as const;
const seat = { id: peerIdFrom(new Uint8Array(16)), away: false, role: 'host' } as const;

function room(change: Partial<RoomView>): RoomView {
  return {
    self: undefined,
    role: 'guest',
    capacity: 2,
    policy,
    seats: [seat],
    knocking: [],
    ...change,
  };
}

const free = { asks: false, isShut: false, sentence: '' };

test('[H2] where everyone may come in there is nothing to say', () => {
  expect(admissionOf({ room: room({ policy }), refusal: undefined })).toEqual(free);
});

test('[H3] where a host decides one asks, and can ask again', () => {
  const door = { room: room({ policy: knock }), refusal: undefined };
  const asks = { asks: true, isShut: false };
  expect(admissionOf(door)).toEqual({ ...asks, sentence: text.lobby.knock });
  const refused = admissionOf({ ...door, refusal: 'denied' });
  expect(refused).toEqual({ ...asks, sentence: text.lobby.denied });
});

test('[H2] a closed call is shut', () => {
  const admission = admissionOf({ room: room({ policy: closed }), refusal: 'entry-closed' });
  expect(admission).toEqual({ asks: false, isShut: true, sentence: text.lobby.closed });
});

test('[H2] a call that has opened again is no longer called closed', () => {
  expect(admissionOf({ room: room({ policy }), refusal: 'entry-closed' })).toEqual(free);
});

test.each([policy, knock, closed])('[H1] a host comes in whatever the policy: %o', (each) => {
  expect(admissionOf({ room: room({ role: 'host', policy: each }), refusal: undefined })).toEqual(
    free,
  );
});

test.each(['host', 'guest'] as const)('[R5] without a free seat no %s comes in', (role) => {
  const admission = admissionOf({ room: room({ role, capacity: 1 }), refusal: 'room-full' });
  expect(admission).toEqual({ asks: false, isShut: true, sentence: text.lobby.full(1) });
});
