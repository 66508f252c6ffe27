// The test every spec starts from: the whole app, served as `npm start` serves it, and people who come to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startLocalServer } from '../scripts/local-server.ts';
import { type Variables, newSecret } from '../scripts/variables.ts';
import { Person, type PersonOptions } from './person.ts';

const port = 8799;

export interface Served {
  /** A person by that name; gone when the test ends. */
  readonly arrives: (
    name: string,
    options?: Partial<Omit<PersonOptions, 'name'>>,
  ) => Promise<Person>;
}

export interface ServedOnce {
  /** What the server is told beside its secret; a spec may set its own with `test.use`. */
  readonly variables: Variables;
  readonly server: MortalServer;
  readonly origin: string;
}

export interface MortalServer {
  readonly origin: string;
  /** As in a power failure: with no word to anyone. */
  dies(): Promise<void>;
  /** Starts it again where it was, with what it had stored. `changed` replaces variables, until it starts again. */
  comesBack(changed?: Variables): Promise<void>;
}

export const test = base.extend<Served, ServedOnce>({
  variables: [{}, { scope: 'worker', option: true }],

  server: [
    async ({ variables }, use) => {
      const persistTo = mkdtempSync(join(tmpdir(), 'earshot-e2e-'));
      const told = { ROOM_SECRET: newSecret(), ...variables };
      const start = (changed: Variables = {}) =>
        startLocalServer({ port, persistTo, variables: { ...told, ...changed } });
      let running = await start();
      await use({
        origin: running.origin,
        dies: () => running.kill(),
        async comesBack(changed) {
          running = await start(changed);
        },
      });
      await running.stop();
      rmSync(persistTo, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  origin: [({ server }, use) => use(server.origin), { scope: 'worker' }],

  arrives: async ({ browser, origin }, use) => {
    const people: Person[] = [];
    await use(async (name, options) => {
      const person = await Person.arrives({ browser, origin, name, ...options });
      people.push(person);
      return person;
    });
    await Promise.all(people.map((person) => person.goesAway()));
  },
});

export { expect } from '@playwright/test';
