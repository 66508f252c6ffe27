import { expect, test } from 'vitest';
import {
  acceptAll,
  clerk,
  connect,
  fileOf,
  firstTransfer,
  introduce,
  isSameFile,
  pair,
  received,
  sent,
  settle,
  until,
  untilDone,
} from '../testing/linked-desks.ts';
import { pieceBytes } from './pieces.ts';

test.each([0, 1, 65_523, pieceBytes - 1, pieceBytes, pieceBytes + 1, 3.5 * pieceBytes])(
  '[F2] a file of %i bytes arrives as it was',
  async (size) => {
    const { ana, ben } = pair();
    const file = fileOf('a.bin', size);
    ana.desk.offer([file]);
    await until(() => received(ben).length === 1);
    await acceptAll(ben);
    await untilDone(ben);
    expect(await isSameFile(received(ben)[0]?.saved?.file, file)).toBe(true);
    expect(ben.store.saved).toEqual(['a.bin']);
    await until(() => sent(ana)[0]?.receivers[0]?.progress.at === 'done');
  },
);

test('[F1] a file is offered to everyone who is there, and each decides alone', async () => {
  const [ana, ben, eve, dan] = [clerk('a'), clerk('b'), clerk('e'), clerk('d')];
  introduce(ana, ben);
  introduce(ana, eve);
  for (const other of [ben, eve]) connect(ana, other);
  ana.desk.offer([fileOf('a.bin', 10), fileOf('b.bin', 20)]);
  await until(() => [ben, eve].every((who) => received(who).length === 2));
  await acceptAll(ben);
  ben.desk.end('nothing');
  for (const { key } of received(eve)) eve.desk.end(key);
  await untilDone(ben);
  introduce(ana, dan);
  connect(ana, dan);
  await settle();
  expect(received(dan)).toEqual([]);
  expect(received(eve).map(({ progress }) => progress)).toEqual([
    { at: 'over', why: 'declined', isOwnDoing: true },
    { at: 'over', why: 'declined', isOwnDoing: true },
  ]);
  expect(sent(ana)[0]?.receivers.map(({ progress }) => progress)).toEqual([
    { at: 'done' },
    { at: 'over', why: 'declined', isOwnDoing: false },
  ]);
});

test('[F1] nothing is offered to nobody', async () => {
  const ana = clerk('a');
  ana.desk.offer([fileOf('a.bin', 10)]);
  await settle(5);
  expect(ana.desk.list).toEqual([]);
});

test('[F1] many files at once are offered in letters that are not too long', async () => {
  const { ana, ben } = pair();
  ana.desk.offer(Array.from({ length: 45 }, (_, index) => fileOf(`${index}.bin`, 1)));
  await until(() => received(ben).length === 45);
  expect(ben.heard).toHaveLength(3);
});

test('nothing is sent before it is accepted, and not to who is asked where to save it', async () => {
  const { ana, ben, ends } = pair();
  ana.desk.offer([fileOf('a.bin', 10)]);
  await until(() => received(ben).length === 1);
  ben.store.next = { at: 'dismissed' };
  await acceptAll(ben);
  expect(received(ben)[0]?.progress).toEqual({ at: 'offered' });
  ben.store.next = { at: 'too-large', maxBytes: 5 };
  await acceptAll(ben);
  expect(received(ben)[0]?.progress).toEqual({ at: 'offered', maxBytes: 5 });
  await settle();
  expect(ends.map(({ sentBytes }) => sentBytes)).toEqual([0, 0]);
});

test('[F7] a disk that refuses ends the transfer on both sides', async () => {
  const { ana, ben } = pair();
  ana.desk.offer([fileOf('a.bin', 10), fileOf('b.bin', 10)]);
  await until(() => received(ben).length === 2);
  ben.store.next = 'fails';
  await acceptAll(ben);
  const [first, second] = received(ben);
  expect(first?.progress).toEqual({ at: 'over', why: 'unwritable', isOwnDoing: true });
  ben.store.whenWritten = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  await until(() => received(ben)[1]?.progress.at === 'over');
  expect(second?.name).toBe('b.bin');
  expect(ben.store.aborted).toEqual(['b.bin']);
  const over = { at: 'over', why: 'unwritable', isOwnDoing: false };
  await until(() => sent(ana)[1]?.receivers[0]?.progress.at === 'over');
  for (const { receivers } of sent(ana)) expect(receivers[0]?.progress).toEqual(over);
});

test('[F7] a file that can not be read any more ends the transfer on both sides', async () => {
  const { ana, ben } = pair();
  const file = fileOf('a.bin', 10);
  file.slice = () => {
    throw new DOMException('it was changed', 'NotReadableError');
  };
  ana.desk.offer([file]);
  await until(() => received(ben).length === 1);
  await acceptAll(ben);
  await until(() => received(ben)[0]?.progress.at === 'over');
  expect(received(ben)[0]?.progress).toEqual({ at: 'over', why: 'unreadable', isOwnDoing: false });
  expect(ben.store.aborted).toEqual(['a.bin']);
});

test.each(['sender', 'receiver'] as const)(
  '[F7] when the %s cancels, it is over on both sides, and nothing is kept',
  async (who) => {
    const { ana, ben } = pair();
    ana.desk.offer([fileOf('a.bin', 20 * pieceBytes)]);
    await until(() => received(ben).length === 1);
    await acceptAll(ben);
    await until(() => {
      const progress = received(ben)[0]?.progress;
      return progress?.at === 'running' && progress.bytes > 0;
    });
    const own = who === 'sender' ? ana : ben;
    own.desk.end(own.desk.list[0]?.key ?? '');
    await until(() => received(ben)[0]?.progress.at === 'over');
    await until(() => sent(ana)[0]?.receivers[0]?.progress.at === 'over');
    expect(received(ben)[0]?.progress).toMatchObject({
      why: 'cancelled',
      isOwnDoing: who === 'receiver',
    });
    expect(sent(ana)[0]?.receivers[0]?.progress).toMatchObject({ isOwnDoing: who === 'sender' });
    await until(() => ben.store.aborted.length === 1);
    expect(ben.store.saved).toEqual([]);
  },
);

test('[F7] what is cancelled while the receiver chooses a place is not written there', async () => {
  const { ana, ben } = pair();
  ana.desk.offer([fileOf('a.bin', 10)]);
  await until(() => received(ben).length === 1);
  const accepted = acceptAll(ben);
  ben.desk.hear(ana.id, {
    type: 'file-end',
    by: 'sender',
    transfer: firstTransfer,
    reason: 'cancelled',
  });
  await accepted;
  await until(() => ben.store.aborted.length === 1);
  expect(received(ben)[0]?.progress.at).toBe('over');
});

test('[F7] whoever leaves takes their transfers along, and only theirs', async () => {
  const { ana, ben } = pair();
  const eve = clerk('e');
  introduce(ana, eve);
  connect(ana, eve);
  ana.desk.offer([fileOf('a.bin', 12 * pieceBytes)]);
  await until(() => received(ben).length + received(eve).length === 2);
  await acceptAll(ben);
  await acceptAll(eve);
  ana.desk.lose(eve.id);
  eve.desk.lose(ana.id);
  await untilDone(ben);
  const gone = { at: 'over', why: 'gone', isOwnDoing: false };
  expect(received(eve)[0]?.progress).toEqual(gone);
  expect(sent(ana)[0]?.receivers.map(({ progress }) => progress.at)).toEqual(['done', 'over']);
});

test.each(['sender', 'receiver'] as const)(
  '[F6] when the %s pauses nothing more is sent until it goes on',
  async (who) => {
    const { ana, ben, ends } = pair();
    const file = fileOf('a.bin', 20 * pieceBytes);
    ana.desk.offer([file]);
    await until(() => received(ben).length === 1);
    await acceptAll(ben);
    await until(() => ends[0].sentBytes > 3 * pieceBytes);
    const own = who === 'sender' ? ana : ben;
    const key = own.desk.list[0]?.key ?? '';
    own.desk.pause(key, { isPaused: true });
    await settle();
    const { sentBytes } = ends[0];
    expect(received(ben)[0]?.progress).toMatchObject({
      isPausedHere: who === 'receiver',
      isPausedThere: who === 'sender',
    });
    await settle();
    expect(ends[0].sentBytes).toBe(sentBytes);
    own.desk.pause(key, { isPaused: false });
    await untilDone(ben);
    expect(await isSameFile(received(ben)[0]?.saved?.file, file)).toBe(true);
  },
);

test('[F6] what both have paused goes on when both want it to', async () => {
  const { ana, ben } = pair();
  ana.desk.offer([fileOf('a.bin', 20 * pieceBytes)]);
  await until(() => received(ben).length === 1);
  await acceptAll(ben);
  for (const { desk } of [ana, ben]) desk.pause(desk.list[0]?.key ?? '', { isPaused: true });
  await settle();
  ana.desk.pause(ana.desk.list[0]?.key ?? '', { isPaused: false });
  await settle(1_000);
  expect(received(ben)[0]?.progress.at).toBe('running');
  ben.desk.pause(ben.desk.list[0]?.key ?? '', { isPaused: false });
  await untilDone(ben);
});

test('what changes is told, and progress now and then as long as something moves', async () => {
  const { ana, ben } = pair();
  let changes = 0;
  ben.desk.on('changed', () => (changes += 1));
  ana.desk.offer([fileOf('a.bin', 30 * pieceBytes)]);
  await until(() => received(ben).length === 1);
  await acceptAll(ben);
  await until(() => changes === 3); // Offered, opening, running.
  ben.environment.clock.advance(500);
  await until(() => changes === 4);
  await untilDone(ben);
  await settle(5);
  expect(changes).toBe(5);
  ben.environment.clock.advance(5_000);
  await settle(5);
  expect(ben.environment.clock.pendingTimers).toBe(0);
});
