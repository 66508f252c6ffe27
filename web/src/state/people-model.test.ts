import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { CallState } from '../engine/call-state.ts';
import { unseenRoom } from '../engine/room-view.ts';
import { ChatModel } from './chat-model.ts';
import { PeopleModel } from './people-model.ts';
import { fakePeer, inside } from './testing/fake-inside.ts';

const [ana, ben, cleo] = [fakePeer(1), fakePeer(2), fakePeer(3)];

function setup() {
  const state = signal<CallState>({
    ...inside(ana, ben, cleo),
    room: {
      ...unseenRoom,
      seats: [
        { id: ben.id, away: true, role: 'guest' },
        { id: ana.id, away: false, role: 'host' },
      ],
    },
  });
  const chat = new ChatModel({ state, offers: signal(0), say: () => undefined });
  return { chat, people: new PeopleModel({ state, chat }) };
}

test('everyone there is a connection with is told of by their own seat, if they have one', () => {
  const { people } = setup();
  expect(people.participants.value).toMatchObject([
    { id: ana.id, role: 'host', isPresent: true },
    { id: ben.id, role: 'guest', isPresent: false },
    { id: cleo.id, role: 'guest', isPresent: false },
  ]);
});

test('the list and the chat are not open at once', () => {
  const { people, chat } = setup();
  people.toggle();
  chat.toggle();
  expect([people.isOpen.value, chat.isOpen.value]).toEqual([false, true]);
  people.toggle();
  expect([people.isOpen.value, chat.isOpen.value]).toEqual([true, false]);
  people.toggle();
  expect([people.isOpen.value, chat.isOpen.value]).toEqual([false, false]);
});
