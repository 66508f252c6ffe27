// Three people, which is all this room seats, and a fourth who comes too late.
import { expect, test } from './served.ts';

test.use({ variables: { ROOM_CAPACITY: '3' } });

test('three people all see each other; a fourth is told it is full, and gets in when one leaves', async ({
  arrives,
}) => {
  const [ana, ben, eve, dan] = [
    await arrives('Ana'),
    await arrives('Ben'),
    await arrives('Eve'),
    await arrives('Dan'),
  ];
  const link = await ana.startsCall();
  await ben.joins(link);
  await eve.joins(link);
  const inside = [ana, ben, eve];
  for (const person of inside) {
    for (const other of inside) if (other !== person) await person.seesMoving(other.name);
    await person.receivesFrom(2);
  }

  await dan.page.goto(link);
  await dan.givesName();
  await dan.sees('All 3 seats are taken');
  await expect(dan.page.getByRole('button', { name: 'Join', exact: true })).toBeDisabled();

  await eve.leaves();
  await dan.presses('Join');
  await expect(dan.page.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();
  await dan.seesMoving('Ana');
  await ben.seesMoving('Dan');
});
