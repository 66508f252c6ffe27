// The server dies in the middle of a call, as in a power failure, and starts again with what it had stored.
import { setTimeout as pause } from 'node:timers/promises';
import { watchFlow } from '../flow.ts';
import { type Person, meet } from '../person.ts';
import { expect, test } from '../served.ts';
import { aroundFaultMs, durations } from './durations.ts';
import { report } from './figure.ts';
import { reportUnbroken } from './unbroken.ts';

/** Pages wait for up to 4 s between two attempts in the first half minute, and 15 after it; an attempt takes a moment. */
const longOutageMs = 30_000;
const backInSeatMs = 5_000;
const backAfterLongOutageMs = 16_000;
/** A seat taken up in the wrong way would show by now. */
const settledMs = 3_000;

const gone = `${durations.serverDownMs / 1_000} s`;

test(`[R11] [R13] the server dies for ${gone}: the call goes on, and everyone comes back to their own seat`, async ({
  arrives,
  server,
}) => {
  test.setTimeout(durations.serverDownMs + aroundFaultMs);
  const people = [await arrives('Ana'), await arrives('Ben'), await arrives('Eve')];
  await meet(people);
  for (const person of people) await person.opensChat();
  for (const { page } of people) await watchFlow(page);

  const diedMs = Date.now();
  await server.dies();
  const outage = pause(durations.serverDownMs);
  const said = await talk(people);
  await outage;
  await server.comesBack();
  const answeredMs = Date.now();

  const backMs = await Promise.all(people.map((person) => person.isBackInSeat(diedMs)));
  report({
    what: 'from the first answer until the last one is back in their seat',
    figure: Math.max(0, ...backMs.map((atMs) => atMs - answeredMs)),
    // On a busy machine the server takes long to start.
    atMost: answeredMs - diedMs < longOutageMs ? backInSeatMs : backAfterLongOutageMs,
    unit: 'ms',
  });
  await pause(settledMs);
  await reportUnbroken(people);
  await reportChat(people, said);
});

/** Everyone says something once the one before has been heard; gives the lines in that order. */
async function talk(people: readonly Person[]): Promise<string[]> {
  const said: string[] = [];
  for (const person of people) {
    said.push(`${person.name} is still here`);
    await person.says(`${person.name} is still here`);
    for (const other of people) await expect(other.chatLines()).toHaveCount(said.length);
  }
  return said;
}

async function reportChat(people: readonly Person[], said: readonly string[]): Promise<void> {
  const logs = await Promise.all(people.map((person) => person.chatLines().allTextContents()));
  const isAsSaid = (log: readonly string[]) =>
    log.length === said.length && said.every((line, index) => log[index]?.includes(line));
  report({
    what: 'people who lack a chat line of the outage, or have one twice or in the wrong place',
    figure: logs.filter((log) => !isAsSaid(log)).length,
    atMost: 0,
    unit: 'times',
  });
}
