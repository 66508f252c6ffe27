// What can be done to one host is done to that host alone, and is seen in the browsers' own statistics.
import { mergeTests } from '@playwright/test';
import { received } from './connection-log.ts';
import { test as onHosts } from './hosts.ts';
import { watchLinks } from './link-watch.ts';
import { meet } from './person.ts';
import { expect, network, test as relayed } from './relayed.ts';

const test = mergeTests(relayed, onHosts);

const watchedMs = 5_000;
const lost = 0.2;

test(
  'media goes from host to host, and what is lost on one’s uplink is lost for the other',
  network,
  async ({ arrives, newHost }) => {
    const [hostOfAna, hostOfBen] = [await newHost(), await newHost()];
    const ana = await arrives('Ana', { browser: hostOfAna.browser });
    const ben = await arrives('Ben', { browser: hostOfBen.browser });
    await meet([ana, ben]);
    hostOfAna.network.lose('uplink', { share: lost, peer: hostOfBen.network.address });

    const windows = await watchLinks([ana, ben], watchedMs);
    const [up, down] = ['Ana → Ben', 'Ben → Ana'].map((way) =>
      windows.find(({ name }) => name === way),
    );
    expect(up?.link.sender).toMatchObject({
      localAddress: hostOfAna.network.address,
      remoteAddress: hostOfBen.network.address,
    });
    expect(up?.lostShare('microphone')).toBeGreaterThan(lost / 2);
    expect(down?.lostShare('microphone')).toBe(0);
  },
);

test(
  'whoever has no UDP is reached through the relay by TCP',
  network,
  async ({ arrives, newHost }) => {
    const [hostOfAna, hostOfBen] = [await newHost(), await newHost()];
    hostOfAna.network.block('meta l4proto udp');
    const ana = await arrives('Ana', { browser: hostOfAna.browser });
    const ben = await arrives('Ben', { browser: hostOfBen.browser });
    await meet([ana, ben]);

    expect(await received(ana.page)).toMatchObject([
      { localCandidate: 'relay', relayUrl: expect.stringMatching(/transport=tcp$/) },
    ]);
  },
);
