// Calls forced through a real coturn, with the credentials the Worker signs.
import { candidateErrors, received, sectionsWithCandidates } from './connection-log.ts';
import { relayUrl, startCoturn } from './coturn.ts';
import { expect, test } from './served.ts';

const secret = 'shared by the Worker and coturn, for this test';

test.use({ variables: { TURN_URLS: relayUrl, TURN_SECRET: secret } });

let stopCoturn: () => Promise<void>;
test.beforeEach(async () => {
  stopCoturn = await startCoturn(secret);
});
test.afterEach(async () => {
  await stopCoturn();
});

function relayOnly(configuration: RTCConfiguration): RTCConfiguration {
  return { ...configuration, iceTransportPolicy: 'relay' };
}

function relayOnlyTampered(configuration: RTCConfiguration): RTCConfiguration {
  const tampered = configuration.iceServers?.map((server) => ({ ...server, credential: 'AAAA' }));
  return { iceServers: tampered ?? [], iceTransportPolicy: 'relay' };
}

test('[T1] a call through the relay alone connects, relayed at both ends', async ({ arrives }) => {
  const ana = await arrives('Ana', relayOnly);
  const ben = await arrives('Ben', relayOnly);
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
  const ana = await arrives('Ana', relayOnlyTampered);
  const ben = await arrives('Ben', relayOnlyTampered);
  await ben.joins(await ana.startsCall());

  await expect(ana.tileOf('Ben')).toBeVisible();
  // As long as an engine is patient, and a little.
  await expect(ana.tileOf('Ben')).toContainText('Can’t connect', { timeout: 20_000 });
  const unauthorized = 401;
  for (const { page } of [ana, ben]) expect(await candidateErrors(page)).toContain(unauthorized);
  expect(await received(ana.page)).toMatchObject([{ videoFrames: 0, audioEnergy: 0 }]);
});

test('[I3] a relay that dies and comes back is found again, without a reload', async ({
  arrives,
}) => {
  const ana = await arrives('Ana', relayOnly);
  const ben = await arrives('Ben', relayOnly);
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');

  await stopCoturn();
  await expect(ana.tileOf('Ben')).toContainText('Reconnecting…');
  stopCoturn = await startCoturn(secret);

  await expect(ana.tileOf('Ben')).not.toContainText('Reconnecting…', { timeout: 30_000 });
  await ana.receivesFrom(1);
  await ben.receivesFrom(1);
});
