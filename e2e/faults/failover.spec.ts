// One of two relay hosts loses its power, and stays dark: calls relayed there go on through the other, and new ones
// start there.
import { received } from '../connection-log.ts';
import { addresses } from '../../turn/testing/own-network.ts';
import { watchFlow } from '../flow.ts';
import { drop } from '../own-network.ts';
import { type Person, meet } from '../person.ts';
import { expect, network, relayOnly, test, variablesFor } from '../relayed.ts';
import { aroundFaultMs } from './durations.ts';
import { report } from './figure.ts';
import { reportBack } from './unbroken.ts';

test.use({ relayCount: 2, variables: variablesFor(addresses) });

/** Browsers notice after 5 to 7 s, the page waits out another 2, and a restart finds out that a host is dark. */
const backAfterDeathMs = 15_000;
/** Whoever comes while a host is dead must not wait for it; a busy machine is late by a second. */
const slowerStartMs = 1_500;

test(
  '[I2] one of two relay hosts dies: calls come back through the other, new ones don’t notice',
  network,
  async ({ arrives, relays }) => {
    test.setTimeout(2 * aroundFaultMs);
    const comes = (name: string) => arrives(name, { configure: relayOnly });
    const [ana, ben] = [await comes('Ana'), await comes('Ben')];
    await meet([ana, ben]);
    const startMs = await timeToMeet(await comes('Cem'), await comes('Dee'));
    for (const { page } of [ana, ben]) await watchFlow(page);

    const used = await relayOf(ana);
    const dying = relays.find(({ address }) => used.includes(address));
    const diedMs = Date.now();
    if (!dying) throw new Error(`${used} is none of the relays`);
    // No reset, no unreachable port: a host without power answers nothing.
    drop(`ip daddr ${dying.address}`);
    await dying.end('SIGKILL');

    await reportBack([ana, ben], {
      since: 'the relay’s death',
      sinceMs: diedMs,
      atMost: backAfterDeathMs,
    });
    expect(await relayOf(ana), 'the relay that Ana is reached through').not.toBe(used);
    report({
      what: 'how much longer a new call took to connect than before',
      figure: (await timeToMeet(await comes('Eli'), await comes('Fay'))) - startMs,
      atMost: slowerStartMs,
      unit: 'ms',
    });
  },
);

async function relayOf({ page }: Person): Promise<string> {
  const [link] = await received(page);
  return String(link?.relayUrl);
}

/** From the press of a button to moving pictures; they are gone afterwards. */
async function timeToMeet(first: Person, second: Person): Promise<number> {
  const link = await first.startsCall();
  const startedMs = Date.now();
  await second.joins(link);
  await first.receivesFrom(1);
  const tookMs = Date.now() - startedMs;
  await Promise.all([first.goesAway(), second.goesAway()]);
  return tookMs;
}
