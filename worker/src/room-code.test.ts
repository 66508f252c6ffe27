import { expect, test } from 'vitest';
import { parseRoomCode } from '../../protocol/ids.ts';
import { isRoomCodeOf, mintRoomCode } from './room-code.ts';

const secret = 'a secret of tests, and of nothing else';

function codeOf(text: string) {
  const code = parseRoomCode(text);
  if (!code) throw new Error(`${text} is no code`);
  return code;
}

test('[R10] a minted code proves itself, every time anew', async () => {
  const codes = await Promise.all(Array.from({ length: 50 }, () => mintRoomCode(secret)));
  expect(new Set(codes).size).toBe(50);
  for (const code of codes) expect(await isRoomCodeOf(secret, code)).toBe(true);
});

test('[R10] the proof is the start of HMAC-SHA-256 over the characters drawn', async () => {
  // By `printf room-code:7k3m9qpx | openssl dgst -sha256 -hmac "$secret" -hex`, which begins 3b2772fb.
  expect(await isRoomCodeOf(secret, codeOf('7k3m9qpxv7jv'))).toBe(true);
});

test('[R10] a code with any one character changed proves nothing', async () => {
  const code = await mintRoomCode(secret);
  for (let index = 0; index < code.length; index += 1) {
    const changed = code[index] === '0' ? '1' : '0';
    const forged = codeOf(code.slice(0, index) + changed + code.slice(index + 1));
    expect(await isRoomCodeOf(secret, forged)).toBe(false);
  }
});

test("[R10] another deployment's code proves nothing", async () => {
  expect(await isRoomCodeOf(secret, await mintRoomCode('a secret of someone else'))).toBe(false);
});
