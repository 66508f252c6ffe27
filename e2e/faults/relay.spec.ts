// The relay dies under a call that has no other way, and starts again with no memory of it.
import { setTimeout as pause } from 'node:timers/promises';
import { watchFlow } from '../flow.ts';
import { meet } from '../person.ts';
import { network, relayOnly, test } from '../relayed.ts';
import { aroundFaultMs, durations } from './durations.ts';
import { reportBack } from './unbroken.ts';

/** Browsers notice after 5 to 7 s, the page waits out another 2, and a restart takes a moment. */
const backAfterDeathMs = 12_000;

const gone = `${durations.relayDownMs / 1_000} s`;

test(
  `[I2] the relay dies for ${gone}: it is found again, without a reload`,
  network,
  async ({ arrives, relay }) => {
    test.setTimeout(durations.relayDownMs + aroundFaultMs);
    const ana = await arrives('Ana', { configure: relayOnly });
    const ben = await arrives('Ben', { configure: relayOnly });
    await meet([ana, ben]);
    for (const { page } of [ana, ben]) await watchFlow(page);

    const diedMs = Date.now();
    await relay.end('SIGKILL');
    await pause(durations.relayDownMs);
    await relay.start();

    // Whoever notices first restores it for both: the other may never have known.
    await ana.seesMoving('Ben');
    await ben.seesMoving('Ana');
    await reportBack([ana, ben], {
      since: 'the relay’s death',
      sinceMs: diedMs,
      atMost: backAfterDeathMs,
    });
  },
);
