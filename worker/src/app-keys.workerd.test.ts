import { listDurableObjectIds } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { TestClient } from '../test/test-client.ts';
import {
  type Offers,
  drawToken,
  mintRoom,
  requestSocket,
  takeSeat,
  visit,
} from '../test/test-room.ts';

const unknownRoom = { code: closeCodes.unknownRoom, reason: 'unknownRoom' };

async function objectCount(): Promise<number> {
  return (await listDurableObjectIds(env.ROOMS)).length;
}

/** Another code that is just as well-formed. */
function mistyped(code: string): string {
  return code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
}

async function setup() {
  const join = drawToken();
  return { join, sealed: await mintRoom(join), open: await mintRoom() };
}

type Rooms = Awaited<ReturnType<typeof setup>>;
type Attempt = { code: string; offers?: Offers };

const attempts: [string, (rooms: Rooms) => Attempt][] = [
  ['a code of no room', () => ({ code: '000000000000' })],
  ['a code too short', () => ({ code: '7k3m-9qpx' })],
  ['no code', () => ({ code: 'nonsense' })],
  ['a byte that is none', () => ({ code: '%00' })],
  ['half an escape', () => ({ code: '%' })],
  ['a mistyped code', ({ open }) => ({ code: mistyped(open.code) })],
  [
    'a mistyped code and its key',
    ({ sealed, join }) => ({ code: mistyped(sealed.code), offers: { join } }),
  ],
  ['a missing key', ({ sealed }) => ({ code: sealed.code })],
  ['another key', ({ sealed }) => ({ code: sealed.code, offers: { join: drawToken() } })],
  [
    'a key with one character changed',
    ({ sealed, join }) => ({
      code: sealed.code,
      offers: { join: (join.startsWith('A') ? 'B' : 'A') + join.slice(1) },
    }),
  ],
  ['an empty key', ({ sealed }) => ({ code: sealed.code, offers: { join: '' } })],
  ['the lock as the key', ({ sealed }) => ({ code: sealed.code, offers: { join: sealed.lock } })],
  ['a superfluous key', ({ open, join }) => ({ code: open.code, offers: { join } })],
  ['a superfluous key that is none', ({ open }) => ({ code: open.code, offers: { join: 'key' } })],
  [
    'only the host token of a sealed room',
    ({ sealed }) => ({ code: sealed.code, offers: { host: sealed.host } }),
  ],
];

test.each(attempts)(
  '[R10] [S1] %s is refused like any other, and wakes no object',
  async (_, of) => {
    const { code, offers = {} } = of(await setup());
    const before = await objectCount();
    const { closed } = new TestClient(await requestSocket(code, { offers }));
    expect(await closed).toEqual(unknownRoom);
    expect(await objectCount()).toBe(before);
  },
);

test('[R10] of 500 guesses none wakes an object', async () => {
  const before = await objectCount();
  const guess = () =>
    drawToken()
      .toLowerCase()
      .replaceAll(/[^0-9a-hjkmnp-tv-z]/g, '0')
      .slice(0, 12);
  for (let round = 0; round < 5; round += 1) {
    const clients = await Promise.all(
      Array.from({ length: 100 }, async () => new TestClient(await requestSocket(guess()))),
    );
    const ends = await Promise.all(clients.map(({ closed }) => closed));
    expect(ends.every(({ code }) => code === closeCodes.unknownRoom)).toBe(true);
  }
  expect(await objectCount()).toBe(before);
});

test('[R10] a proven code with its key wakes its object', async () => {
  const { join, sealed, open } = await setup();
  const before = await objectCount();
  await visit(sealed.code, { join });
  expect(await objectCount()).toBe(before + 1);
  await visit(open.code);
  expect(await objectCount()).toBe(before + 2);
});

test('[S1] whoever has the key meets the others who have it', async () => {
  const { join, sealed } = await setup();
  const alice = await takeSeat(sealed.code, { join, host: sealed.host });
  const bob = await takeSeat(sealed.code, { join });
  expect(bob.welcome.peers).toEqual([{ id: alice.id, away: false, role: 'host' }]);
});
