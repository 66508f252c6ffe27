// Calls forced through a real coturn, with the credentials the Worker signs.
import { candidateErrors, received, sectionsWithCandidates } from './connection-log.ts';
import { expect, relayOnly, test } from './relayed.ts';

function relayOnlyTampered(configuration: RTCConfiguration): RTCConfiguration {
  const tampered = configuration.iceServers?.map((server) => ({ ...server, credential: 'AAAA' }));
  return { iceServers: tampered ?? [], iceTransportPolicy: 'relay' };
}

test('[T1] a call through the relay alone connects, relayed at both ends', async ({ arrives }) => {
  const ana = await arrives('Ana', { configure: relayOnly });
  const ben = await arrives('Ben', { configure: relayOnly });
  await ben.joins(await ana.startsCall());

  await ana.seesMoving('Ben');
  await ana.receivesFrom(1);
  for (const { page } of [ana, ben]) {
    expect(await sectionsWithCandidates(page)).toBe(1);
    expect(await received(page)).toMatchObject([
      { localCandidate: 'relay', remoteCandidate: 'relay' },
    ]);
  }
});

test('[T1] the same call with a tampered credential does not connect', async ({ arrives }) => {
  const ana = await arrives('Ana', { configure: relayOnlyTampered });
  const ben = await arrives('Ben', { configure: relayOnlyTampered });
  await ben.joins(await ana.startsCall());

  await expect(ana.tileOf('Ben')).toBeVisible();
  // As long as an engine is patient, and a little.
  await expect(ana.tileOf('Ben')).toContainText('Can’t connect', { timeout: 20_000 });
  const unauthorized = 401;
  for (const { page } of [ana, ben]) expect(await candidateErrors(page)).toContain(unauthorized);
  expect(await received(ana.page)).toMatchObject([{ videoFrames: 0, audioEnergy: 0 }]);
});
