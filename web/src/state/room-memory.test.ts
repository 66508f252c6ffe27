import * as v from 'valibot';
import { expect, test } from 'vitest';
import { HostToken } from '../../../protocol/credential.ts';
import { crockford, RoomCode } from '../../../protocol/ids.ts';
import { roomMemory } from './room-memory.ts';

const code = v.parse(RoomCode, '7k3m9qpx02ab');
const other = v.parse(RoomCode, '000000000000');
const host = v.parse(HostToken, `0.${'a'.repeat(43)}`);

function setup(written?: string) {
  const texts = new Map<string, string>(written === undefined ? [] : [['earshot.rooms', written]]);
  const store = {
    read: (key: string) => texts.get(key),
    write: (key: string, text: string) => void texts.set(key, text),
  };
  return { memory: roomMemory(store, crypto), reload: () => roomMemory(store, crypto) };
}

test('[H6] a room knows this browser again, and no two rooms know it by the same token', () => {
  const { memory, reload } = setup();
  const { browser } = memory.recall(code);
  expect(memory.recall(other).browser).not.toBe(browser);
  expect(reload().recall(code).browser).toBe(browser);
});

test('[H1] the powers over a room survive a reload', () => {
  const { memory, reload } = setup();
  const { browser } = memory.recall(code);
  memory.keepHost(code, host);
  expect(reload().recall(code)).toEqual({ code, browser, host });
  expect(reload().recall(other).host).toBeUndefined();
});

test.each(['nonsense', '{}', '[1]', '[{"code":"7k3m9qpx02ab"}]'])(
  'what is stored as %j is as good as nothing',
  (written) => {
    const { memory } = setup(written);
    expect(memory.recall(code).host).toBeUndefined();
  },
);

test('the room that was visited longest ago is forgotten first', () => {
  const { memory } = setup();
  memory.keepHost(code, host);
  memory.keepHost(other, host);
  const codes = Array.from({ length: 198 }, (_, index) =>
    v.parse(RoomCode, crockford(Uint8Array.of(1, index >> 5, index, ...new Uint8Array(9)))),
  );
  for (const next of codes) memory.recall(next);
  expect(memory.recall(code).host).toBe(host);
  memory.recall(v.parse(RoomCode, '1111000000zz'));
  expect(memory.recall(code).host).toBe(host);
  expect(memory.recall(other).host).toBeUndefined();
});
