import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { CallState } from '../engine/call-state.ts';
import type { PeerState } from '../engine/peer/peer-state.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { type Chime, NewsModel } from './news-model.ts';
import { fakePeer, inside } from './testing/fake-inside.ts';

const peer = (name: string | undefined, seed = name?.codePointAt(0) ?? 0) => fakePeer(seed, name);

function setup(...first: PeerState[]) {
  const clock = new FakeClock();
  const state = signal<CallState>(inside(...first));
  const unread = signal(0);
  const played: Chime[] = [];
  const sounds = { areWanted: true };
  const news = new NewsModel({
    clock,
    state,
    unread,
    wantsSounds: () => sounds.areWanted,
    play: (chime) => played.push(chime),
  });
  const see = (...peers: PeerState[]) => (state.value = inside(...peers));
  const noted = () => news.notes.value.map(({ happening: { name, kind } }) => `${name} ${kind}`);
  return { clock, state, unread, played, sounds, news, see, noted };
}

test('whoever comes is noted for four seconds', () => {
  const { clock, see, noted } = setup();
  see(peer('Ana'));
  expect(noted()).toEqual(['Ana joined']);
  clock.advance(3_999);
  expect(noted()).toEqual(['Ana joined']);
  clock.advance(1);
  expect(noted()).toEqual([]);
});

test('there are never more than three notes', () => {
  const { see, noted } = setup();
  see(peer('Ana'), peer('Ben'), peer('Cleo'), peer('Dan'));
  expect(noted()).toEqual(['Ben joined', 'Cleo joined', 'Dan joined']);
});

test('whoever was there before is no news once they say who they are', () => {
  const { see, noted, played } = setup(peer(undefined, 1));
  see(peer('Ana', 1));
  expect(noted()).toEqual([]);
  expect(played).toEqual([]);
  see();
  expect(noted()).toEqual(['Ana left']);
});

test('whoever leaves is not told that everyone else did', () => {
  const { state, news, noted, played } = setup(peer('Ana'));
  state.value = { phase: 'ended', reason: 'left' };
  expect([...noted(), ...played, ...news.latest.value]).toEqual([]);
});

test('a microphone is read aloud, but makes neither a note nor a sound', () => {
  const heard = peer('Ana');
  const { see, news, noted, played } = setup({
    ...heard,
    slotsInUse: { ...heard.slotsInUse, microphone: true },
  });
  see(peer('Ana'));
  expect(news.latest.value).toMatchObject([{ kind: 'muted', name: 'Ana' }]);
  expect([...noted(), ...played]).toEqual([]);
});

test('the first unmuting of whoever comes is part of coming', () => {
  const ana = peer('Ana');
  const { see, news } = setup();
  see(ana);
  see({ ...ana, slotsInUse: { ...ana.slotsInUse, microphone: true } });
  expect(news.latest.value).toMatchObject([{ kind: 'joined' }]);
});

test('what is said last stays until something else happens', () => {
  const { see, news } = setup();
  see(peer('Ana'));
  see(peer('Ana'));
  expect(news.latest.value).toMatchObject([{ kind: 'joined' }]);
});

test('people and messages are heard, two of a kind at once as one', () => {
  const { see, unread, played } = setup();
  see(peer('Ana'), peer('Ben'));
  unread.value = 2;
  see({ ...peer('Ana'), isHandRaised: true });
  expect(played).toEqual(['joined', 'message', 'left', 'raised-hand']);
});

test('a crowd that arrives is silent after the fifth, until it is calm', () => {
  const { clock, see, played } = setup();
  const crowd = Array.from({ length: 9 }, (_, index) => peer(`P${index}`, index + 1));
  crowd.forEach((_, index) => see(...crowd.slice(0, index + 1)));
  expect(played).toHaveLength(5);
  clock.advance(10_000);
  see(...crowd, peer('Zoe'));
  expect(played).toHaveLength(6);
});

test('whoever wants no sounds hears none', () => {
  const { see, sounds, played } = setup();
  sounds.areWanted = false;
  see(peer('Ana'));
  expect(played).toEqual([]);
});

test('a model that is gone leaves no timer', () => {
  const { clock, see, news } = setup();
  see(peer('Ana'));
  news[Symbol.dispose]();
  expect(clock.pendingTimers).toBe(0);
});
