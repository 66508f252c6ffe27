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

const part = (texts: readonly string[], isEnd: boolean): History => ({
  type: 'history',
  entries: texts.map(past),
  isEnd,
});

test('[W2] nobody is asked before there is a connection to them: the room carries none of it', () => {
  const { mesh, history, ana: first, ben: second } = setup();
  history.ask([first, second]);
  expect(mesh.told).toEqual([]);
  mesh.connect(second);
  expect(mesh.told).toEqual([[second, { type: 'history-request' }]]);
});

test('[W2] a history that was not asked for, or not of this peer, is not believed', () => {
  const { mesh, told, history, ana: first, ben: second } = setup();
  mesh.hear(second, part(['lie'], true));
  history.ask([first]);
  mesh.connect(first);
  mesh.hear(second, part(['lie'], true));
  expect(told).toEqual([]);
  mesh.hear(first, part(['true'], true));
  mesh.hear(first, part(['lie'], true));
  expect(told).toEqual([[past('true')]]);
});

test.each([
  ['does not begin in 5 seconds', [], 5_000],
  ['has not ended in 30', ['half'], 30_000],
])('[W2] whoever %s is passed over, with what they told so far', (_why, half, afterMs) => {
  const { mesh, clock, told, history, ana: first, ben: second } = setup();
  history.ask([first, second]);
  mesh.connect(first);
  mesh.connect(second);
  if (half.length > 0) mesh.hear(first, part(half, false));
  clock.advance(afterMs - 1_000);
  // More of it does not buy more time.
  if (half.length > 0) mesh.hear(first, part(['more'], false));
  expect(mesh.told.map(([id]) => id)).toEqual([first]);
  clock.advance(1_000);
  expect(mesh.told.map(([id]) => id)).toEqual([first, second]);
  mesh.hear(second, part(['whole'], true));
  expect(told).toEqual([[past('whole')]]);
});

test('[W2] when who was asked goes, the next is asked, and later the one who comes to be connected', () => {
  const { mesh, history, ana: first, ben: second, eve: third } = setup();
  history.ask([first, second, third]);
  mesh.connect(first);
  mesh.connect(second);
  mesh.lose(first);
  mesh.lose(second);
  mesh.connect(third);
  expect(mesh.told.map(([id]) => id)).toEqual([first, second, third]);
});

test('[W2] who is asked while it asks itself answers when it knows', () => {
  const { mesh, history, ana: first, eve: later } = setup([past('one')]);
  history.ask([first]);
  mesh.connect(first);
  mesh.hear(later, { type: 'history-request' });
  expect(mesh.told).toHaveLength(1);
  mesh.hear(first, part([], true));
  expect(mesh.told.at(-1)).toEqual([later, part(['one'], true)]);
});

test('[W2] a peer is answered once, and again when it has gone and come back', () => {
  const { mesh, history, eve: later } = setup([past('one')]);
  history.ask([]);
  for (let count = 0; count < 3; count += 1) mesh.hear(later, { type: 'history-request' });
  expect(mesh.told).toHaveLength(1);
  mesh.lose(later);
  mesh.hear(later, { type: 'history-request' });
  expect(mesh.told).toHaveLength(2);
});

test('[W2] a history that has no end ends', () => {
  const { mesh, told, history, ana: first } = setup();
  history.ask([first]);
  mesh.connect(first);
  for (let count = 0; count < 20; count += 1)
    mesh.hear(
      first,
      part(
        Array.from({ length: 100 }, () => 'again'),
        false,
      ),
    );
  expect(told.map(({ length }) => length)).toEqual([500]);
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
  for (const each of parts) expect(JSON.stringify(each).length).toBeLessThan(8_000);
  const texts = parts.flatMap(({ entries }) => entries.map(({ text }) => text));
  expect(texts.at(-1)).toMatch(/^699 /);
  expect(texts.length).toBeLessThan(200);
  expect(texts.join('').length).toBeGreaterThan(150_000);
});
