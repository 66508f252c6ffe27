// Nothing gets through between two people for a while. It needs a network whose packets may be dropped.
import { setTimeout as pause } from 'node:timers/promises';
import { watchFlow } from '../flow.ts';
import { dropUdp, pass, withoutOwnNetwork } from '../own-network.ts';
import { meet } from '../person.ts';
import { expect, test } from '../served.ts';
import { aroundFaultMs, durations } from './durations.ts';
import { reportBack } from './unbroken.ts';

const backAfterHealingMs = 3_000;

test.skip(...withoutOwnNetwork);
test.afterEach(pass);

for (const cutMs of durations.linkCutsMs) {
  test(
    `[I1] [I2] nothing gets through for ${cutMs / 1_000} s: the tile says so, and the call goes on by itself`,
    { tag: '@network' },
    async ({ arrives }) => {
      test.setTimeout(cutMs + aroundFaultMs);
      const ana = await arrives('Ana');
      const ben = await arrives('Ben');
      await meet([ana, ben]);
      for (const { page } of [ana, ben]) await watchFlow(page);

      dropUdp();
      await Promise.all([
        pause(cutMs),
        expect(ana.tileOf('Ben')).toContainText('Reconnecting…'),
        expect(ben.tileOf('Ana')).toContainText('Reconnecting…'),
      ]);
      pass();
      const healedMs = Date.now();

      await expect(ana.tileOf('Ben')).not.toContainText('Reconnecting…');
      await expect(ben.tileOf('Ana')).not.toContainText('Reconnecting…');
      await ana.seesMoving('Ben');
      await ben.seesMoving('Ana');
      await reportBack([ana, ben], {
        since: 'healing',
        sinceMs: healedMs,
        atMost: backAfterHealingMs,
      });
    },
  );
}
