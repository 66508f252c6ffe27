// The test of calls through a server that may spy and lie.
import { test as base } from './served.ts';
import { TappedServer } from './tapped-server.ts';

export const test = base.extend<{ readonly tap: TappedServer }>({
  tap: async ({ origin }, use) => {
    const tap = await TappedServer.before(origin);
    await use(tap);
    await tap.close();
  },
});

export type { Signal, TappedServer } from './tapped-server.ts';
export { expect } from './served.ts';
