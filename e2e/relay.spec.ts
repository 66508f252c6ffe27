// Calls forced through a real relay host, each way a browser can reach it, with the credentials the Worker signs.
import { candidateErrors, received, sectionsWithCandidates } from './connection-log.ts';
import { drop } from './own-network.ts';
import { meet } from './person.ts';
import { expect, network, relayOnly, test } from './relayed.ts';

const ways = [
  {
    way: 'UDP where TCP is blocked',
    blocked: ['tcp dport { 443, 3478 }'],
    url: /:3478\?transport=udp$/,
  },
  { way: 'TCP where UDP is blocked', blocked: ['udp dport 3478'], url: /:3478\?transport=tcp$/ },
  {
    way: 'TLS where only 443 is open',
    blocked: ['udp dport 3478', 'tcp dport 3478'],
    url: /^turns:.*:443\?transport=tcp$/,
  },
];

function tampered(configuration: RTCConfiguration): RTCConfiguration {
  const servers = configuration.iceServers?.map((server) => ({ ...server, credential: 'AAAA' }));
  return { iceServers: servers ?? [], iceTransportPolicy: 'relay' };
}

for (const { way, blocked, url } of ways) {
  test(
    `[T1] a call through the relay alone connects by ${way}`,
    network,
    async ({ arrives, relay }) => {
      for (const match of blocked) drop(match);
      const ana = await arrives('Ana', { configure: relayOnly });
      const ben = await arrives('Ben', { configure: relayOnly });
      await meet([ana, ben]);

      await ana.seesMoving('Ben');
      for (const { page } of [ana, ben]) {
        expect(await sectionsWithCandidates(page)).toBe(1);
        expect(await received(page)).toMatchObject([
          {
            localCandidate: 'relay',
            remoteCandidate: 'relay',
            relayUrl: expect.stringMatching(url),
          },
        ]);
      }
      expect(relay.log()).not.toContain('ERROR');
    },
  );
}

for (const access of ['sqlite', 'redis'] as const) {
  test.describe(() => {
    test.use({ access });

    test(`[T1] with TURN_AUTH=${access} it connects, too`, network, async ({ arrives }) => {
      const ana = await arrives('Ana', { configure: relayOnly });
      const ben = await arrives('Ben', { configure: relayOnly });
      await meet([ana, ben]);

      expect(await received(ana.page)).toMatchObject([
        { localCandidate: 'relay', remoteCandidate: 'relay' },
      ]);
    });
  });
}

test('[T1] a call with a tampered credential does not connect', network, async ({ arrives }) => {
  const ana = await arrives('Ana', { configure: tampered });
  const ben = await arrives('Ben', { configure: tampered });
  await ben.joins(await ana.startsCall());

  await expect(ana.tileOf('Ben')).toBeVisible();
  // As long as an engine is patient, and a little.
  await expect(ana.tileOf('Ben')).toContainText('Can’t connect', { timeout: 20_000 });
  const unauthorized = 401;
  for (const { page } of [ana, ben]) expect(await candidateErrors(page)).toContain(unauthorized);
  expect(await received(ana.page)).toMatchObject([{ videoFrames: 0, audioEnergy: 0 }]);
});
