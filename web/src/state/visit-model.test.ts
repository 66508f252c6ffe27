import { signal } from '@preact/signals';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { RoomCode } from '../../../protocol/ids.ts';
import type { CallState, EndReason } from '../engine/call-state.ts';
import { RecentRooms } from './recent-rooms.ts';
import { fakePeer, inside } from './testing/fake-inside.ts';
import { fakeStore } from './testing/fake-services.ts';
import { VisitModel } from './visit-model.ts';

const link = { code: v.parse(RoomCode, '7k3m9qpx02ab'), key: undefined };
const connecting: CallState = { phase: 'connecting', isJoining: false, hasServerFailed: false };

function setup() {
  const state = signal<CallState>(connecting);
  const store = fakeStore();
  const writes: string[] = [];
  const recent = new RecentRooms({
    ...store,
    write: (key, text) => {
      writes.push(text);
      store.write(key, text);
    },
  });
  const clock = { nowMs: 1_000 };
  const visit = new VisitModel({ link, state, recent, timeOfDayMs: () => clock.nowMs });
  return { state, recent, clock, writes, visit };
}

const end = (reason: EndReason): CallState => ({ phase: 'ended', reason });

test('a call is a recent one as soon as one is inside, and tells who has been there', () => {
  const { state, recent, clock } = setup();
  expect(recent.rooms.value).toEqual([]);
  state.value = inside();
  const room = { link: '/7k3m-9qpx-02ab', atMs: 1_000 };
  expect(recent.rooms.value).toEqual([{ ...room, names: [] }]);
  clock.nowMs = 9_000;
  state.value = inside(fakePeer(1, 'Ana'));
  state.value = end('left');
  expect(recent.rooms.value).toEqual([{ ...room, names: ['Ana'] }]);
});

test('nothing is written while nobody new is there', () => {
  const { state, writes } = setup();
  state.value = inside(fakePeer(1, 'Ana'));
  state.value = inside(fakePeer(1, 'Ana'));
  state.value = inside();
  expect(writes).toHaveLength(1);
});

test('whoever turned round in the lobby was in no call', () => {
  const { state, recent, visit } = setup();
  state.value = end('left');
  expect(recent.rooms.value).toEqual([]);
  expect(visit.howItWent.value).toBeUndefined();
});

test.each(['removed', 'ended', 'unknownRoom'] as const)(
  'a call that is "%s" is forgotten',
  (reason) => {
    const { state, recent } = setup();
    recent.keep({ link: '/7k3m-9qpx-02ab', names: [], atMs: 0 });
    const other = { link: '/7k3m-9qpx-02ab#AAECAwQFBgcICQoLDA0ODw', names: [], atMs: 0 };
    recent.keep(other);
    state.value = end(reason);
    expect(recent.rooms.value).toEqual([other]);
  },
);

test.each(['left', 'roomFull', 'replaced', 'flood'] as const)(
  'a call that ended as "%s" can be gone to again',
  (reason) => {
    const { state, recent } = setup();
    state.value = inside();
    state.value = end(reason);
    expect(recent.rooms.value).toHaveLength(1);
  },
);

test('how it went is told at the end', () => {
  const { state, clock, visit } = setup();
  state.value = inside(fakePeer(1));
  clock.nowMs += 125_000;
  state.value = end('left');
  expect(visit.howItWent.value).toEqual({ hours: 0, minutes: 2, others: 1 });
});
