// What whoever runs the server can do to a call by lying about what people say to each other.
import { ManInTheMiddle } from './man-in-the-middle.ts';
import type { Person } from './person.ts';
import type { Served } from './served.ts';
import { type Signal, type TappedServer, expect, test } from './tapped.ts';

async function twoAndALiar(arrives: Served['arrives'], { origin }: TappedServer) {
  const [ana, ben] = [await arrives('Ana', { origin }), await arrives('Ben', { origin })];
  const eve = await arrives('Eve');
  await eve.page.goto('/');
  const middle = await ManInTheMiddle.at(eve.page);
  return { ana, ben, middle };
}

async function areWarned(...people: Person[]): Promise<void> {
  for (const person of people)
    await expect(person.alarm().first()).toContainText('altered on the way');
}

test('[S6] in an open call somebody can stand in between, and the safety codes tell', async ({
  arrives,
  tap,
}) => {
  const { ana, ben, middle } = await twoAndALiar(arrives, tap);
  tap.carry = middle.carry;
  await ben.joins(await ana.startsOpenCall());
  await ana.seesMoving('Ben');
  await ben.seesMoving('Ana');
  // So the attack works, and the next test shows something.
  await expect.poll(() => middle.framesTaken()).toBeGreaterThan(0);
  expect(await ana.safetyCode()).not.toEqual(await ben.safetyCode());
});

test('[S6] with nobody in between everyone sees the same safety code', async ({ arrives }) => {
  const [ana, ben, eve] = [await arrives('Ana'), await arrives('Ben'), await arrives('Eve')];
  const link = await ana.startsOpenCall();
  await ben.joins(link);
  await eve.joins(link);
  for (const person of [ana, ben, eve]) await person.receivesFrom(2);
  const code = await ana.safetyCode();
  expect(code).toHaveLength(8);
  expect(await ben.safetyCode()).toEqual(code);
  expect(await eve.safetyCode()).toEqual(code);
});

test('[S2] in a sealed call nobody can: nothing flows, and the page says why', async ({
  arrives,
  tap,
}) => {
  const { ana, ben, middle } = await twoAndALiar(arrives, tap);
  // It can read nothing, so it says what it would have liked to read.
  tap.carry = async (signal) => {
    const description = { type: 'offer', sdp: 'v=0\r\n' };
    const message = { type: 'description', dial: 'eve', description };
    const letter = { type: 'letter', epoch: 'eve', number: 1, ack: null, message };
    return [...(await middle.carry(signal)), { ...signal, payload: JSON.stringify(letter) }];
  };
  await ben.joins(await ana.startsCall());
  await areWarned(ana, ben);
  // What it could not alter has arrived all the same.
  await ana.seesMoving('Ben');
  await ben.seesMoving('Ana');
  expect(await middle.framesTaken()).toBe(0);
});

const forgeries: Record<string, (payload: string) => string> = {
  'changes one bit of': (payload) => payload.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
  'cuts the end off': (payload) => payload.slice(0, -8),
  'swaps two parts of': (payload) =>
    payload.slice(0, 40) + payload.slice(60, 80) + payload.slice(40, 60) + payload.slice(80),
  'writes other words for': () => '{"type":"profile","question":"","profile":{"name":"Ana"}}',
};

for (const [what, forge] of Object.entries(forgeries)) {
  test(`[S3] a server that ${what} all they say keeps them apart, and the page says why`, async ({
    arrives,
    tap,
  }) => {
    const { ana, ben, middle } = await twoAndALiar(arrives, tap);
    tap.carry = (signal) => [{ ...signal, payload: forge(signal.payload) }];
    await ben.joins(await ana.startsCall());
    await areWarned(ana, ben);
    await expect(ana.tileOf('Ben').locator('video')).toHaveCount(0);
    expect(await middle.framesTaken()).toBe(0);
  });
}

test('[S4] a server that repeats, delays and reorders what they say changes nothing', async ({
  arrives,
  tap,
}) => {
  const { ana, ben } = await twoAndALiar(arrives, tap);
  const passed = new Map<string, Signal[]>();
  tap.carry = (signal) => {
    const before = passed.get(signal.from) ?? [];
    passed.set(signal.from, [...before, signal]);
    // Two are overtaken by the next, and all are said again and again.
    const isHeld = before.length === 2 || before.length === 4;
    return isHeld ? [] : [signal, ...before.slice(-3)];
  };
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');
  await ben.seesMoving('Ana');
  await expect(ana.alarm()).toHaveCount(0);
});

test('[S3] what was said to one is nothing to another', async ({ arrives, tap }) => {
  const { ana, ben } = await twoAndALiar(arrives, tap);
  const cleo = await arrives('Cleo', { origin: tap.origin });
  const link = await ana.startsCall();
  await ben.joins(link);
  await ana.seesMoving('Ben');
  const people = new Set<string>();
  tap.carry = (signal) => {
    people.add(signal.from).add(signal.to);
    const others = [...people].filter((id) => id !== signal.from && id !== signal.to);
    const { from, payload } = signal;
    return [signal, ...others.map((to) => ({ from, to, payload }))];
  };
  await cleo.joins(link);
  await cleo.seesMoving('Ana');
  await cleo.seesMoving('Ben');
  await areWarned(ana);
});
