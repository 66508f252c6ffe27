// The test of calls through a real coturn, with credentials that live for a minute, the shortest there are.
import { relayUrl, startCoturn } from './coturn.ts';
import { test as base } from './served.ts';

interface Relayed {
  readonly relay: MortalRelay;
}

interface MortalRelay {
  /** As in a power failure: with no word to anyone. */
  dies(): Promise<void>;
  comesBack(): Promise<void>;
}

export const test = base.extend<Relayed>({
  variables: [
    { TURN_URLS: relayUrl, TURN_SECRET: 'shared by the Worker and coturn', TURN_TTL_SECONDS: '60' },
    { scope: 'worker' },
  ],

  relay: [
    async ({ variables }, use) => {
      const start = () => startCoturn(String(variables['TURN_SECRET']));
      let coturn = await start();
      await use({
        dies: () => coturn.end('SIGKILL'),
        async comesBack() {
          coturn = await start();
        },
      });
      await coturn.end('SIGTERM');
    },
    { auto: true },
  ],
});

/** For people who can't be reached in any other way. */
export function relayOnly(configuration: RTCConfiguration): RTCConfiguration {
  return { ...configuration, iceTransportPolicy: 'relay' };
}

export { expect } from './served.ts';
