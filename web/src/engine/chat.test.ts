import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PeerId } from '../../../protocol/ids.ts';
import { Chat } from './chat.ts';
import { fakeEnvironment } from './testing/fake-environment.ts';
import { FakeMesh } from './testing/fake-mesh.ts';

const ana = v.parse(PeerId, 'a'.repeat(16));
const self = v.parse(PeerId, 's'.repeat(16));

test('[W2] what is told and was heard as well is shown once, after what was missed, and as heard', () => {
  const mesh = new FakeMesh(self);
  const chat = new Chat(fakeEnvironment(), mesh.asMesh);
  chat.catchUp([{ id: ana }]);
  mesh.connect(ana);
  mesh.hear(ana, { type: 'chat', id: '2', text: 'heard' });
  const told = (id: string, text: string) => ({ author: ana, id, name: 'Ana', text, atMs: 5 });
  const entries = [told('1', 'missed'), told('2', 'twisted')];
  mesh.hear(ana, { type: 'history', entries, isEnd: true });
  expect(chat.entries.map(({ text, toldBy }) => [text, toldBy])).toEqual([
    ['missed', 'a'],
    ['heard', undefined],
  ]);
});

test('[W2] what was missed in between stands in between', () => {
  const mesh = new FakeMesh(self);
  const chat = new Chat(fakeEnvironment(), mesh.asMesh);
  chat.catchUp([]);
  for (const text of ['before', 'after']) mesh.hear(ana, { type: 'chat', id: text, text });
  chat.catchUp([{ id: ana }]);
  mesh.connect(ana);
  const told = (text: string) => ({ author: ana, id: text, name: 'Ana', text, atMs: 5 });
  const entries = ['before', 'missed', 'after'].map(told);
  mesh.hear(ana, { type: 'history', entries, isEnd: true });
  expect(chat.entries.map(({ text, toldBy }) => [text, toldBy])).toEqual([
    ['before', undefined],
    ['missed', 'a'],
    ['after', undefined],
  ]);
});
