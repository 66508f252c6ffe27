import { signal } from '@preact/signals';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PeerId } from '../../../protocol/ids.ts';
import { maxChatLength } from '../../../protocol/limits.ts';
import type { CallState } from '../engine/call-state.ts';
import type { ChatEntry } from '../engine/chat.ts';
import { ChatModel } from './chat-model.ts';
import { inside } from './testing/fake-inside.ts';

const ben = v.parse(PeerId, '0000000000000000');

function setup() {
  const state = signal<CallState>(inside());
  const said: string[] = [];
  const offers = signal(0);
  const chat = new ChatModel({ state, offers, say: (text) => said.push(text) });
  const entries: ChatEntry[] = [];
  const hear = (id: string, { isOwn } = { isOwn: false }) => {
    entries.push({
      id,
      author: ben,
      isOwn,
      name: 'Ben',
      text: id,
      atMs: 0,
      toldBy: undefined,
    });
    state.value = { ...inside(), chat: [...entries] };
  };
  return { state, said, offers, chat, hear };
}

test('what others say while the chat is closed is unread, and read once it is open', () => {
  const { chat, hear } = setup();
  hear('a');
  hear('mine', { isOwn: true });
  hear('b');
  expect(chat.unread.value).toBe(2);
  chat.toggle();
  expect(chat.unread.value).toBe(0);
  hear('c');
  chat.toggle();
  expect(chat.unread.value).toBe(0);
  hear('d');
  expect(chat.unread.value).toBe(1);
});

test('files that are offered while the chat is closed are unread, too', () => {
  const { chat, hear, offers } = setup();
  hear('a');
  offers.value = 2;
  expect(chat.unread.value).toBe(3);
  chat.toggle();
  offers.value = 3;
  chat.toggle();
  expect(chat.unread.value).toBe(0);
  offers.value = 4;
  expect(chat.unread.value).toBe(1);
});

test('a line is pending as long as it has to arrive at someone', () => {
  const { state, chat, hear } = setup();
  hear('a', { isOwn: true });
  const { value } = state;
  if (value.phase !== 'inside') throw new Error('the call is inside');
  const nothing = { microphone: null, camera: null, screen: null, screenAudio: null };
  const slotsInUse = { microphone: false, camera: false, screen: false, screenAudio: false };
  const peer = {
    id: ben,
    profile: undefined,
    link: 'interrupted',
    fingerprints: undefined,
    alarm: undefined,
    isHandRaised: false,
    slotsInUse,
    tracks: nothing,
  } as const;
  state.value = { ...value, peers: [{ ...peer, unheard: ['a'] }] };
  expect(chat.lines.value).toMatchObject([{ text: 'a', isOwn: true, isPending: true }]);
  state.value = { ...value, peers: [{ ...peer, unheard: [] }] };
  expect(chat.lines.value).toMatchObject([{ isPending: false }]);
});

test('what is written is said once, and without the space around it', () => {
  const { said, chat } = setup();
  chat.setDraft('  hello ');
  chat.send();
  chat.send();
  expect(said).toEqual(['hello']);
  expect(chat.draft.value).toBe('');
  chat.setDraft(' \n ');
  chat.send();
  expect(said).toHaveLength(1);
});

test('what is too long to be sent is kept, until it is short enough', () => {
  const { said, chat } = setup();
  const longest = 'x'.repeat(maxChatLength);
  chat.setDraft(`${longest}yz `);
  expect(chat.excess.value).toBe(2);
  chat.send();
  expect([said, chat.draft.value]).toEqual([[], `${longest}yz `]);
  chat.setDraft(`${longest} `);
  expect(chat.excess.value).toBe(0);
  chat.send();
  expect(said).toEqual([longest]);
});

test('what was said before one came is no news', () => {
  const { state, chat } = setup();
  const { value } = state;
  if (value.phase !== 'inside') throw new Error('the call is inside');
  const past = {
    id: 'old',
    author: ben,
    isOwn: false,
    name: 'Ben',
    text: 'old',
    atMs: 0,
    toldBy: 'Ana',
  };
  state.value = { ...value, chat: [past] };
  expect(chat.lines.value).toMatchObject([{ text: 'old', toldBy: 'Ana' }]);
  expect(chat.unread.value).toBe(0);
});
