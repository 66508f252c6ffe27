// Tests in which people sit at hosts of their own, each with a network that can be made bad for them alone.
import { Host, type HostOptions } from './host.ts';
import { withoutOwnNetwork } from './own-network.ts';
import { test as base } from './served.ts';

export interface Hosts {
  /** A host with a browser; both are gone when the test ends. */
  readonly newHost: (options?: HostOptions) => Promise<Host>;
}

export const test = base.extend<Hosts>({
  newHost: [
    async ({ origin, launchOptions }, use, testInfo) => {
      testInfo.skip(...withoutOwnNetwork);
      const hosts: Host[] = [];
      await use(async (options = {}) => {
        const number = hosts.length + 1;
        const host = await Host.open({ number, origin, launchOptions, ...options });
        hosts.push(host);
        return host;
      });
      await Promise.all(hosts.map((host) => host.close()));
    },
    // It lasts longer than the people, whose pages are closed first.
    { auto: true },
  ],
});

export { expect } from './served.ts';
