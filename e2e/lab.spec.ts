// A closed test lab, whose relay knows one user and no secret.
import { addresses } from '../turn/testing/own-network.ts';
import { received } from './connection-log.ts';
import { meet } from './person.ts';
import { expect, network, relayOnly, test, variablesFor } from './relayed.ts';

test.use({ access: 'user', variables: variablesFor(addresses.slice(0, 1), 'user') });

test(
  '[T1] a call through the relay alone connects with TURN_AUTH=user',
  network,
  async ({ arrives }) => {
    const ana = await arrives('Ana', { configure: relayOnly });
    const ben = await arrives('Ben', { configure: relayOnly });
    await meet([ana, ben]);

    expect(await received(ana.page)).toMatchObject([
      { localCandidate: 'relay', remoteCandidate: 'relay' },
    ]);
  },
);
