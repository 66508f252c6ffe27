// Who is in the network of the tests' own, which scripts/own-network.ts makes.

/** Hosts with an interface, for relays. */
export const addresses = ['192.0.2.1', '192.0.2.2'] as const;

/** An address of the public internet. */
export const someoneOutside = '45.0.0.9';

/** Elsewhere there are neither the addresses nor the ports: a test that needs them skips itself. */
export const hasOwnNetwork = process.env['OWN_NETWORK'] === 'yes';
