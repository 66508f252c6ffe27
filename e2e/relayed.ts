// The test of calls through real relay hosts: coturn as turn/ sets it up, in the tests' own network. Their credentials
// live for a minute, the shortest there are.
import type { Variables } from '../scripts/variables.ts';
import { redisSettings, startRedis } from '../turn/testing/redis.ts';
import { addresses } from '../turn/testing/own-network.ts';
import { type RelayHost, startRelayHost } from '../turn/testing/relay-host.ts';
import { pass, withoutOwnNetwork } from './own-network.ts';
import { test as base } from './served.ts';

/** How relays know whom to serve: relay.env's TURN_AUTH. */
type Access = 'secret' | 'sqlite' | 'redis' | 'user';

interface Relayed {
  readonly access: Access;
  /** The first so many of `addresses` have one. */
  readonly relayCount: number;
  readonly relays: readonly RelayHost[];
  /** The first of them. */
  readonly relay: RelayHost;
}

/** The least that the Worker allows. */
export const credentialSeconds = 60;
const secret = 'shared-by-the-Worker-and-every-relay';
const user = { TURN_USER: 'lab', TURN_PASSWORD: 'only-for-test-labs' };

/** Tests that need the network say so; where there is none they are named and skipped. */
export const network = { tag: '@network' };

export const test = base.extend<Relayed>({
  variables: [variablesFor(addresses.slice(0, 1)), { scope: 'worker' }],
  access: ['secret', { option: true }],
  relayCount: [1, { option: true }],

  relays: [
    async ({ access, relayCount }, use, testInfo) => {
      testInfo.skip(...withoutOwnNetwork);
      const redis = access === 'redis' ? await startRedis() : undefined;
      const settings = { TURN_AUTH: access, TURN_SECRET: secret, ...user, ...redisSettings };
      const relays: RelayHost[] = [];
      for (const address of addresses.slice(0, relayCount))
        relays.push(await startRelayHost({ address, settings }));
      await use(relays);
      pass();
      await Promise.all(relays.map((relay) => relay.close()));
      await redis?.close();
    },
    { auto: true },
  ],

  relay: async ({ relays: [relay] }, use) => {
    if (!relay) throw new Error('there is a relay wherever there is a network');
    await use(relay);
  },
});

/** What the Worker is told of relays at these addresses, as turn/README.md has it. */
export function variablesFor(relays: readonly string[], access: Access = 'secret'): Variables {
  return {
    TURN_URLS: relays.flatMap(urlsOf).join(' '),
    TURN_TTL_SECONDS: String(credentialSeconds),
    ...(access === 'user' ? user : { TURN_SECRET: secret }),
  };
}

/** By address: Chromium looks up names for UDP nowhere but in the DNS, which this network does not have. */
function urlsOf(address: string): string[] {
  return [
    `turn:${address}:3478?transport=udp`,
    `turn:${address}:3478?transport=tcp`,
    `turns:${address}:443?transport=tcp`,
  ];
}

/** For people who can't be reached in any other way. */
export function relayOnly(configuration: RTCConfiguration): RTCConfiguration {
  return { ...configuration, iceTransportPolicy: 'relay' };
}

export { expect } from './served.ts';
