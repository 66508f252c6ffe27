// The relay's credentials live for a minute, and a relayed call much longer.
import { setTimeout as pause } from 'node:timers/promises';
import { candidateErrors, received, restartIce } from '../connection-log.ts';
import { watchFlow } from '../flow.ts';
import { meet } from '../person.ts';
import { expect, network, relayOnly, test } from '../relayed.ts';
import { aroundFaultMs, durations } from './durations.ts';
import { report } from './figure.ts';
import { reportUnbroken } from './unbroken.ts';

const unauthorized = 401;

const times = durations.iceRestartsAtMs.length;

test(
  `[T3] a relayed call outlives its credentials, with ${times} ICE restarts: nobody notices`,
  network,
  async ({ arrives }) => {
    test.setTimeout(Math.max(...durations.iceRestartsAtMs) + aroundFaultMs);
    const ana = await arrives('Ana', { configure: relayOnly });
    const ben = await arrives('Ben', { configure: relayOnly });
    await meet([ana, ben]);
    for (const { page } of [ana, ben]) await watchFlow(page);
    const metMs = Date.now();

    const wayOfAna = async () => (await received(ana.page)).map((each) => each.usernameFragment);
    for (const atMs of durations.iceRestartsAtMs) {
      await pause(metMs + atMs - Date.now());
      const before = await wayOfAna();
      await restartIce(ana.page);
      await expect.poll(wayOfAna, 'the restart has found a way').not.toEqual(before);
    }

    const errors = await Promise.all([ana, ben].map(({ page }) => candidateErrors(page)));
    report({
      what: 'refusals by the relay',
      figure: errors.flat().filter((code) => code === unauthorized).length,
      atMost: 0,
      unit: 'times',
    });
    await reportUnbroken([ana, ben]);
    for (const { page } of [ana, ben])
      expect(await received(page)).toMatchObject([
        { localCandidate: 'relay', remoteCandidate: 'relay' },
      ]);
  },
);
