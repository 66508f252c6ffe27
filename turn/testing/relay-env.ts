// A relay.env of the tests.
import { addresses } from './own-network.ts';

export type Settings = Readonly<Record<string, string>>;

/** Enough for a relay host. */
export const usual = {
  TURN_DOMAIN: 'turn.earshot.test',
  TURN_ADDRESS: addresses[0],
  TURN_SECRET: 'a-secret-of-tests-and-of-nothing-else',
} as const;

/** The text of one: the usual settings, but for these. */
export function relayEnv(settings: Settings = {}): string {
  return Object.entries({ ...usual, ...settings })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
