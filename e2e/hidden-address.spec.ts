// Calls in which people don't show each other where they are: all of it goes through the relay.
import { ownCandidates, received } from './connection-log.ts';
import { expect, network, test } from './relayed.ts';

/** Only the relay's address, and none behind it. */
const relayed = /^a=candidate:.* typ relay raddr 0\.0\.0\.0 /;

test(
  '[H4] whoever hides their address shows the relay’s, and nothing else',
  network,
  async ({ arrives }) => {
    const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
    const link = await ben.startsCall();
    await ana.opens(link);
    await ana.page.getByRole('switch', { name: 'Hide my address' }).click();
    await ana.joins(link);
    await ana.seesMoving('Ben');
    await ben.seesMoving('Ana');

    const said = await ownCandidates(ana.page);
    expect(said.length).toBeGreaterThan(0);
    for (const candidate of said) expect(candidate).toMatch(relayed);
    expect(await received(ana.page)).toMatchObject([{ localCandidate: 'relay' }]);
    const shown = await ownCandidates(ben.page);
    expect(shown.some((candidate) => candidate.includes('typ host'))).toBe(true);
  },
);

test(
  '[H4] a host hides everyone’s address, in the middle of the call',
  network,
  async ({ arrives }) => {
    const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
    await ben.joins(await ana.startsCall());
    await ana.seesMoving('Ben');
    await ana.opensPeople();
    await ana.page.getByRole('switch', { name: 'Hide everyone’s address' }).click();
    for (const { page } of [ana, ben])
      await expect
        .poll(() => received(page))
        .toMatchObject([{ localCandidate: 'relay', remoteCandidate: 'relay' }]);
    await ana.receivesFrom(1);
    await ben.receivesFrom(1);
  },
);
