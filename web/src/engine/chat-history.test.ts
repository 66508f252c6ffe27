import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PeerId } from '../../../protocol/ids.ts';
import type { History, PastChat } from '../../../protocol/peer-chat.ts';
import { ChatHistory } from './chat-history.ts';
import { FakeClock } from './testing/fake-clock.ts';
import { FakeMesh } from './testing/fake-mesh.ts';

const [ana, ben, eve] = ['a', 'b', 'e'].map((letter) => v.parse(PeerId, letter.repeat(16)));

function setup(known: readonly PastChat[] = []) {
  if (!ana || !ben || !eve) throw new Error('there are three');
  const mesh = new FakeMesh(v.parse(PeerId, 's'.repeat(16)));
  const clock = new FakeClock();
  const told: (readonly PastChat[])[] = [];
  const history = new ChatHistory({
    clock,
    mesh: mesh.asMesh,
    recall: () => known,
    onTold: (past) => told.push(past),
  });
  return { mesh, clock, told, history, ana, ben, eve };
}

const past = (text: string): PastChat => {
  if (!eve) throw new Error('there are three');
  return { author: eve, id: text.slice(0, 30), name: 'Eve', text, atMs: 1 };
};

test('[W2] a history that was not asked for, or not of this peer, is not believed', () => {
  const { mesh, told, history, ana: first, ben: second } = setup();
  const lie: History = { type: 'history', entries: [past('lie')], isEnd: true };
  mesh.hear(second, lie);
  history.ask([first]);
  mesh.hear(second, lie);
  expect(told).toEqual([]);
  mesh.hear(first, { type: 'history', entries: [past('true')], isEnd: true });
  mesh.hear(first, lie);
  expect(told).toEqual([[past('true')]]);
});

test('[W2] whoever does not answer in five seconds is passed over, with what they told so far', () => {
  const { mesh, clock, told, history, ana: first, ben: second } = setup();
  history.ask([first, second]);
  mesh.hear(first, { type: 'history', entries: [past('half')], isEnd: false });
  clock.advance(5_000);
  expect(mesh.told.map(([id]) => id)).toEqual([first, second]);
  mesh.hear(second, { type: 'history', entries: [past('whole')], isEnd: true });
  expect(told).toEqual([[past('whole')]]);
});

test('[W2] who is asked while it asks itself answers when it knows', () => {
  const { mesh, history, ana: first, eve: later } = setup([past('one')]);
  history.ask([first]);
  mesh.hear(later, { type: 'history-request' });
  expect(mesh.told).toHaveLength(1);
  mesh.hear(first, { type: 'history', entries: [], isEnd: true });
  expect(mesh.told.at(-1)).toEqual([
    later,
    { type: 'history', entries: [past('one')], isEnd: true },
  ]);
});

test('[W2] of a very long evening the end is told, in parts that fit a frame', () => {
  const {
    mesh,
    history,
    eve: later,
  } = setup(Array.from({ length: 700 }, (_, index) => past(`${index} ${'x'.repeat(index * 5)}`)));
  history.ask([]);
  mesh.hear(later, { type: 'history-request' });
  const parts = mesh.told.flatMap(([, message]) => (message.type === 'history' ? [message] : []));
  expect(parts.length).toBeGreaterThan(10);
  expect(parts.map(({ isEnd }) => isEnd).indexOf(true)).toBe(parts.length - 1);
  for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(8_000);
  const texts = parts.flatMap(({ entries }) => entries.map(({ text }) => text));
  expect(texts.at(-1)).toMatch(/^699 /);
  expect(texts.length).toBeLessThan(200);
  expect(texts.join('').length).toBeGreaterThan(150_000);
});
