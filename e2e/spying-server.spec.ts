// What whoever runs the server can read of a call.
import { findings } from './findings.ts';
import type { Person } from './person.ts';
import { expect, test } from './tapped.ts';

/** Without a relay nobody is reached by this: all that is said to them goes through the server. */
const unreachable = (configuration: RTCConfiguration): RTCConfiguration => ({
  ...configuration,
  iceTransportPolicy: 'relay',
});

const chatLine = 'the parrot leaves the harbour at noon';

/** Three people, of whom one can be reached through the server only, and something is said to them all. */
async function callOfThree(
  arrives: (
    name: string,
    options: { origin: string; configure?: typeof unreachable },
  ) => Promise<Person>,
  { origin, isSealed }: { origin: string; isSealed: boolean },
): Promise<{ people: Person[]; link: string }> {
  const ana = await arrives('Anastasia Quillfeather', { origin });
  const ben = await arrives('Benvolio Übermut', { origin });
  const eve = await arrives('Evangeline 王小明', { origin, configure: unreachable });
  const link = await (isSealed ? ana.startsCall() : ana.startsOpenCall());
  await ben.joins(link);
  await eve.joins(link);
  await ana.seesMoving(ben.name);
  for (const person of [ana, eve]) await person.opensChat();
  await ana.says(chatLine);
  await expect(eve.chatLines()).toHaveCount(1);
  return { people: [ana, ben, eve], link };
}

test('[S2] of a sealed call the server reads no description, candidate, address, name, word or key', async ({
  arrives,
  tap,
}) => {
  const { people, link } = await callOfThree(arrives, { origin: tap.origin, isSealed: true });
  const key = new URL(link).hash.slice(1);
  expect(key).toMatch(/^[\w-]{22}$/);
  const secrets = [chatLine, key, ...people.map(({ name }) => name)];
  expect(tap.heard.join('\n')).toContain('"type":"signal"');
  expect(findings(tap.heard, secrets)).toEqual([]);
});

test('[S2] of an open call it reads all of that: the spy above is not blind', async ({
  arrives,
  tap,
}) => {
  const { people } = await callOfThree(arrives, { origin: tap.origin, isSealed: false });
  const names = people.map(({ name }) => name);
  expect(new Set(findings(tap.heard, [chatLine, ...names]))).toEqual(
    new Set(['a description', 'a candidate', 'an address', chatLine, ...names]),
  );
});
