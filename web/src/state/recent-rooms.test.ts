import { expect, test } from 'vitest';
import { RecentRooms } from './recent-rooms.ts';
import { fakeStore } from './testing/fake-services.ts';

const key = 'AAECAwQFBgcICQoLDA0ODw';
const roomAt = (place: number) => ({
  link: `/7k3m-9qpx-02a${place}#${key}`,
  names: ['Ana', ''],
  atMs: place,
});

function setup() {
  const store = fakeStore();
  return { store, recent: new RecentRooms(store), reload: () => new RecentRooms(store) };
}

test('the last five calls are there after a reload, newest first, each once', () => {
  const { recent, reload } = setup();
  for (const place of [1, 2, 3, 4, 5, 6]) recent.keep(roomAt(place));
  recent.keep({ ...roomAt(3), atMs: 7 });
  const expected = [{ ...roomAt(3), atMs: 7 }, ...[6, 5, 4, 2].map(roomAt)];
  expect(recent.rooms.value).toEqual(expected);
  expect(reload().rooms.value).toEqual(expected);
});

test('one is forgotten, or all, and nothing of them stays in the browser', () => {
  const { store, recent, reload } = setup();
  for (const place of [1, 2, 3]) recent.keep(roomAt(place));
  recent.forget(roomAt(2).link);
  expect(recent.rooms.value).toEqual([roomAt(3), roomAt(1)]);
  recent.forgetAll();
  expect(recent.rooms.value).toEqual([]);
  expect(reload().rooms.value).toEqual([]);
  expect(store.read('earshot.recent')).toBe('[]');
});

test('what another tab has kept meanwhile is not lost', () => {
  const { recent, reload } = setup();
  reload().keep(roomAt(1));
  recent.keep(roomAt(2));
  expect(recent.rooms.value).toEqual([roomAt(2), roomAt(1)]);
});

test.each([
  'nonsense',
  '{}',
  '[1]',
  '[{"link":"/whatever","names":[],"atMs":0}]',
  '[{"link":"/7k3m-9qpx-02ab","names":[],"atMs":1e300}]',
  '[{"link":"/7k3m-9qpx-02ab","names":[1],"atMs":0}]',
])('what is stored as %j is as good as nothing', (written) => {
  const { store, reload } = setup();
  store.write('earshot.recent', written);
  expect(reload().rooms.value).toEqual([]);
});
