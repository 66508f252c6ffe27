// The secret that Worker and relay share is changed twice under a relayed call, while others keep coming to the relay.
import { allocateOnce, signedBy, streamAllocations } from '../../turn/testing/newcomers.ts';
import { candidateErrors, received, restartIce } from '../connection-log.ts';
import { watchFlow } from '../flow.ts';
import { meet } from '../person.ts';
import { credentialSeconds, expect, network, relayOnly, test } from '../relayed.ts';
import { aroundFaultMs, durations } from './durations.ts';
import { report } from './figure.ts';
import { reportUnbroken } from './unbroken.ts';

for (const access of ['sqlite', 'redis'] as const) {
  if (durations.rotations === 0) continue;
  test.describe(() => {
    test.use({ access });

    test(
      `[T3] with TURN_AUTH=${access}, ${durations.rotations} rotations of the secret: nobody notices`,
      network,
      async ({ arrives, relay, server }) => {
        test.setTimeout(durations.rotations * (credentialSeconds * 1_000 + aroundFaultMs));
        let { secret } = relay;
        const signed = (by: string) => signedBy(by, credentialSeconds);
        const stream = streamAllocations(relay, () => signed(secret), 100);
        const ana = await arrives('Ana', { configure: relayOnly });
        const ben = await arrives('Ben', { configure: relayOnly });
        await meet([ana, ben]);
        for (const { page } of [ana, ben]) await watchFlow(page);

        for (let rotation = 0; rotation < durations.rotations; rotation += 1) {
          const old = secret;
          const fresh = await relay.run('rotate', '--add');
          const restartedMs = Date.now();
          await server.dies();
          await server.comesBack({ TURN_SECRET: fresh });
          secret = fresh;
          for (const person of [ana, ben]) await person.isBackInSeat(restartedMs);
          await relay.run('rotate', '--finish', '--lifetime', String(credentialSeconds + 1));
          expect(await allocateOnce(relay, signed(old)), 'the old secret').toBe('401');
          // With what the Worker signs now.
          const before = (await received(ana.page))[0]?.usernameFragment;
          await restartIce(ana.page);
          await expect
            .poll(async () => (await received(ana.page))[0]?.usernameFragment)
            .not.toBe(before);
        }
        await stream.stop();

        report({
          what: `failed among ${stream.granted()} allocations meanwhile`,
          figure: stream.failures().length,
          atMost: 0,
          unit: 'times',
        });
        const errors = await Promise.all([ana, ben].map(({ page }) => candidateErrors(page)));
        report({
          what: 'refusals by the relay',
          figure: errors.flat().filter((code) => code === 401).length,
          atMost: 0,
          unit: 'times',
        });
        await reportUnbroken([ana, ben]);
        // The next relay begins with the first secret again.
        await server.dies();
        await server.comesBack();
      },
    );
  });
}
