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
      expect(await ana.tileOf('Ben').evaluate(hasFace), 'Ana sees who it is').toBe(true);
      expect(await ben.tileOf('Ana').evaluate(hasFace), 'Ben sees who it is').toBe(true);
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

/** Whether a tile shows who it is: by the last picture, or by what stands for one; runs in the page. */
function hasFace(tile: Element): boolean {
  const [video, avatar] = [tile.querySelector('video'), tile.querySelector('.avatar')];
  if (!video) return avatar !== null && getComputedStyle(avatar).visibility === 'visible';
  const { width, height } = { width: 16, height: 9 };
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(video, 0, 0, width, height);
  const pixels = context?.getImageData(0, 0, width, height).data ?? [];
  return pixels.some((level, index) => index % 4 < 3 && level > 0);
}
