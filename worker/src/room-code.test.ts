import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parseRoomCode } from '../../protocol/ids.ts';
import { Lock } from '../../protocol/room.ts';
import { openLock } from './lock.ts';
import { isRoomCodeOf, mintRoomCode, roomName } from './room-code.ts';

const secret = 'a secret of tests, and of nothing else';
const locks = [openLock, v.parse(Lock, 'a'.repeat(43)), v.parse(Lock, 'b'.repeat(43))] as const;
const [open, sealed, other] = locks;

function codeOf(text: string) {
  const code = parseRoomCode(text);
  if (!code) throw new Error(`${text} is no code`);
  return code;
}

test.each([open, sealed])(
  '[R10] a code minted for "%s" proves itself, every time anew',
  async (lock) => {
    const codes = await Promise.all(Array.from({ length: 50 }, () => mintRoomCode(secret, lock)));
    expect(new Set(codes).size).toBe(50);
    for (const code of codes) expect(await isRoomCodeOf(secret, { code, lock })).toBe(true);
  },
);

test('[R10] the proof is the start of HMAC-SHA-256 over the characters drawn and the lock', async () => {
  // By `printf room-code:7k3m9qpx:$lock | openssl dgst -sha256 -hmac "$secret" -hex`: af8eab57 and 66a27bdd.
  expect(await isRoomCodeOf(secret, { code: codeOf('7k3m9qpxfebq'), lock: open })).toBe(true);
  expect(await isRoomCodeOf(secret, { code: codeOf('7k3m9qpx62vx'), lock: sealed })).toBe(true);
});

test('[R10] a code with any one character changed proves nothing', async () => {
  const code = await mintRoomCode(secret, sealed);
  for (let index = 0; index < code.length; index += 1) {
    const changed = code[index] === '0' ? '1' : '0';
    const forged = codeOf(code.slice(0, index) + changed + code.slice(index + 1));
    expect(await isRoomCodeOf(secret, { code: forged, lock: sealed })).toBe(false);
  }
});

test('[R10] a code proves nothing with another lock, with none, or with one that it needs none of', async () => {
  for (const lock of locks) {
    const code = await mintRoomCode(secret, lock);
    for (const tried of locks)
      expect(await isRoomCodeOf(secret, { code, lock: tried })).toBe(tried === lock);
  }
});

test("[R10] another deployment's code proves nothing", async () => {
  const code = await mintRoomCode('a secret of someone else', open);
  expect(await isRoomCodeOf(secret, { code, lock: open })).toBe(false);
});

test('[R10] the same code with another lock is another room', () => {
  const code = codeOf('7k3m9qpxfebq');
  expect(new Set(locks.map((lock) => roomName(code, lock))).size).toBe(3);
  expect(roomName(code, other)).not.toBe(roomName(codeOf('7k3m9qpx62vx'), other));
});
