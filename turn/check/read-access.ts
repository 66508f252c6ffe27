// What opens the relay is told by the environment or by .dev.vars: a command line can be read by everyone.
import { parseEnv } from 'node:util';
import type { Access } from './access.ts';
import type { Read } from './options.ts';

const localFile = '.dev.vars';

/** A sentence when there is none. */
export function readAccess(environment: NodeJS.Dict<string>, read: Read): Access | string {
  const layers = [environment, parseEnv(read(localFile) ?? '')];
  const layer = layers.find((each) => each['TURN_SECRET'] || each['TURN_USER']);
  if (!layer) {
    return `Neither the environment nor ${localFile} has TURN_SECRET, the Worker's, or TURN_USER: without one, no relay lets us in.`;
  }
  const { TURN_SECRET: secret, TURN_USER: user, TURN_PASSWORD: password } = layer;
  if (secret) return { kind: 'signed', secret };
  if (user && password) return { kind: 'user', user, password };
  return `TURN_USER is "${user}", and TURN_PASSWORD is empty; it should be that user's.`;
}
