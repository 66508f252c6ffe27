import { expect, test } from 'vitest';
import type { ReceivedFile } from './files/shared-file.ts';
import { pieceBytes } from './files/pieces.ts';
import { type Caller, linkedCalls, rest } from './testing/linked-calls.ts';
import { fileOf, isSameFile, until } from './testing/linked-desks.ts';

async function meet() {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  // What handles files is loaded by now.
  for (const { call } of [ana, ben]) await new Promise((resolve) => call.files.use(resolve));
  return { room, enter, ana, ben };
}

function received({ call }: Caller): ReceivedFile[] {
  return call.files.list.filter((file) => file.direction === 'received');
}

async function accepts(ben: Caller): Promise<void> {
  await until(() => received(ben).length > 0);
  for (const { key } of received(ben)) ben.call.files.use((desk) => void desk.accept(key));
}

/** Files go only so fast, and the clocks of `meet` stand still. */
const passing =
  (...callers: Caller[]) =>
  () => {
    for (const { environment } of callers) environment.clock.advance(5);
  };

const isDone = (who: Caller) => () =>
  received(who).every(({ progress: { at } }) => at === 'done' || at === 'over');

test('[F1] a file goes from one call to the other', async () => {
  const { ana, ben } = await meet();
  const file = fileOf('a.bin', 2.5 * pieceBytes);
  ana.call.files.use((desk) => desk.offer([file]));
  await accepts(ben);
  await until(isDone(ben), passing(ana, ben));
  expect(received(ben)).toMatchObject([{ name: 'a.bin', fromName: 'Ana' }]);
  expect(await isSameFile(received(ben)[0]?.saved?.file, file)).toBe(true);
});

test('[F3] it goes on over the connection that takes the place of the one it began on', async () => {
  const { ana, ben } = await meet();
  const file = fileOf('a.bin', 12 * pieceBytes);
  ana.call.files.use((desk) => desk.offer([file]));
  await accepts(ben);
  const bytes = () => received(ben)[0]?.progress;
  await until(
    () => {
      const progress = bytes();
      return progress?.at === 'running' && progress.bytes > pieceBytes;
    },
    passing(ana, ben),
  );
  // As someone does who hides their address: every connection is dialled anew.
  ana.call.self.hideAddress(true);
  await rest(ana, ben);
  expect(ana.environment.connections).toHaveLength(2);
  await until(isDone(ben), passing(ana, ben));
  expect(await isSameFile(received(ben)[0]?.saved?.file, file)).toBe(true);
});

test('[F3] it needs no server', async () => {
  const { room, ana, ben } = await meet();
  room.crash();
  const file = fileOf('a.bin', 3 * pieceBytes);
  ana.call.files.use((desk) => desk.offer([file]));
  await rest(ana, ben);
  await accepts(ben);
  await until(isDone(ben), passing(ana, ben));
  expect(await isSameFile(received(ben)[0]?.saved?.file, file)).toBe(true);
});

test('[F7] whoever leaves takes along what they were sending', async () => {
  const { ana, ben } = await meet();
  ana.call.files.use((desk) => desk.offer([fileOf('a.bin', 30 * pieceBytes)]));
  await accepts(ben);
  ana.call.leave();
  await rest(ana, ben);
  await until(isDone(ben), passing(ana, ben));
  expect(received(ben)[0]?.progress).toEqual({ at: 'over', why: 'gone', isOwnDoing: false });
  expect(ben.environment.files.aborted).toEqual(['a.bin']);
});
