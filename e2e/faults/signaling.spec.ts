// One person's way to the server goes dead, and nobody else's: no connection ends, and nothing gets through.
import { setTimeout as pause } from 'node:timers/promises';
import { watchFlow } from '../flow.ts';
import { Line } from '../line.ts';
import { meet } from '../person.ts';
import { test as base, expect } from '../served.ts';
import { aroundFaultMs, durations } from './durations.ts';
import { report } from './figure.ts';
import { reportUnbroken } from './unbroken.ts';

/** A page asks every 10 s and waits 5 for the answer. */
const noticedMs = 20_000;
/** The longest wait between two attempts is 15 s once half a minute is over, and an attempt takes a moment. */
const reachedAgainMs = 16_000;

const test = base.extend<{ line: Line }>({
  line: async ({ origin }, use) => {
    const line = await Line.to(origin);
    await use(line);
    line.close();
  },
});

const cut = `${durations.signalingCutMs / 1_000} s`;

test(`[R8] [R12] one person’s way to the server is dead for ${cut}: the call goes on, and nobody leaves`, async ({
  arrives,
  line,
}) => {
  test.setTimeout(durations.signalingCutMs + aroundFaultMs);
  const ana = await arrives('Ana');
  const ben = await arrives('Ben', { origin: line.origin });
  const eve = await arrives('Eve');
  await meet([ana, ben]);
  for (const { page } of [ana, ben]) await watchFlow(page);
  const isLost = ben.page.getByText('Connection to the server lost');

  line.cut();
  await Promise.all([
    pause(durations.signalingCutMs),
    expect(isLost).toBeVisible({ timeout: noticedMs }),
  ]);
  line.heal();
  const healedMs = Date.now();

  await expect(isLost).toBeHidden({ timeout: 2 * reachedAgainMs });
  report({
    what: 'from healing until the server is reached',
    figure: Date.now() - healedMs,
    atMost: reachedAgainMs,
    unit: 'ms',
  });
  await reportUnbroken([ana, ben]);
  expect(ben.ids).toHaveLength(1);

  // Whoever comes now needs the server to reach both.
  await eve.joins(ana.page.url());
  for (const { name } of [ana, ben]) await eve.seesMoving(name);
  await ben.seesMoving('Eve');
});
