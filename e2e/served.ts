// The test every spec starts from: the whole app, served as `npm start` serves it, and people who come to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startLocalServer } from '../scripts/local-server.ts';
import { type Variables, newSecret } from '../scripts/variables.ts';
import { Person, type PersonOptions } from './person.ts';

const port = 8799;

interface Served {
  /** A person by that name; gone when the test ends. */
  readonly arrives: (name: string, configure?: PersonOptions['configure']) => Promise<Person>;
}

interface ServedOnce {
  /** What the server is told beside its secret; a spec may set its own with `test.use`. */
  readonly variables: Variables;
  readonly origin: string;
}

export const test = base.extend<Served, ServedOnce>({
  variables: [{}, { scope: 'worker', option: true }],

  origin: [
    async ({ variables }, use) => {
      const persistTo = mkdtempSync(join(tmpdir(), 'earshot-e2e-'));
      const server = await startLocalServer({
        port,
        persistTo,
        variables: { ROOM_SECRET: newSecret(), ...variables },
      });
      await use(server.origin);
      await server.stop();
      rmSync(persistTo, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  arrives: async ({ browser, origin }, use) => {
    const people: Person[] = [];
    await use(async (name, configure) => {
      const options = { browser, origin, name };
      const person = await Person.arrives(configure ? { ...options, configure } : options);
      people.push(person);
      return person;
    });
    await Promise.all(people.map((person) => person.goesAway()));
  },
});

export { expect } from '@playwright/test';
