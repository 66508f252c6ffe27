import { expect, test } from 'vitest';
import type { FakeBulk } from '../testing/fake-bulk.ts';
import {
  acceptAll,
  bytesOf,
  connect,
  fileOf,
  isSameFile,
  pair,
  received,
  sending,
  sent,
  settle,
  until,
  untilDone,
} from '../testing/linked-desks.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { decodeFrame, encodeFrame, maxBodyBytes } from './frame.ts';
import { pieceBytes, pieceWindow } from './pieces.ts';

/** One bit of it arrives as another. */
function flip(bytes: ArrayBuffer, index: number): void {
  const view = new DataView(bytes);
  view.setUint8(index, view.getUint8(index) ^ 1);
}

test('[F3] what is cut off goes on over the next channel, and nothing that was written is sent again', async () => {
  const { ana, ben, ends, file } = await sending(12 * pieceBytes);
  await acceptAll(ben);
  await until(() => received(ben).some((each) => bytesOf(each) >= 3 * pieceBytes));
  ends[0].cut();
  await settle(500);
  const [sender, receiver] = connect(ana, ben);
  let written = 0;
  receiver.alter = (bytes) => {
    const frame = decodeFrame(bytes);
    // By then it may be more than when the channel was cut.
    if (frame?.kind === 'from') written = frame.piece * pieceBytes;
    return bytes;
  };
  await untilDone(ben);
  expect(written).toBeGreaterThanOrEqual(3 * pieceBytes);
  expect(await isSameFile(received(ben)[0]?.saved?.file, file)).toBe(true);
  expect(sender.sentBytes).toBeGreaterThan(file.size - written);
  // Beside it there are headers, of a thousandth.
  expect(sender.sentBytes).toBeLessThan(1.001 * file.size - written);
});

test('[F3] what is accepted while there is no channel is asked for when there is one', async () => {
  const { ana, ben, ends } = await sending(10);
  ends[0].cut();
  await acceptAll(ben);
  await settle();
  expect(received(ben)[0]?.progress.at).toBe('running');
  connect(ana, ben);
  await untilDone(ben);
});

test('[F9] an offer, a pause and an end that were never heard are said again', async () => {
  const { ana, ben, ends } = await sending(3 * pieceBytes);
  const [second, third] = [fileOf('second', 5), fileOf('third', 5)];
  ana.others.delete(ben.id);
  ben.others.delete(ana.id);
  await acceptAll(ben);
  ben.desk.pause(received(ben)[0]?.key ?? '', { isPaused: true });
  ends[0].cut();
  ana.others.set(ben.id, ben);
  ben.others.set(ana.id, ana);
  ana.desk.offer([second, third]);
  await until(() => received(ben).length === 3);
  ben.others.delete(ana.id);
  for (const { key } of received(ben).slice(1)) ben.desk.end(key);
  ben.others.set(ana.id, ana);
  connect(ana, ben);
  await until(() => sent(ana)[2]?.receivers[0]?.progress.at === 'over');
  await settle();
  expect(sent(ana)[0]?.receivers[0]?.progress).toMatchObject({
    at: 'running',
    isPausedThere: true,
  });
  expect(received(ben)).toHaveLength(3);
});

test('[F9] whoever has forgotten a transfer says so to who asks for it', async () => {
  const { ana, ben, ends } = await sending(10);
  ends[1].send(encodeFrame({ kind: 'from', transfer: 7, piece: 0 }));
  await until(() => ben.heard.some(({ type }) => type === 'file-end'));
  expect(ben.heard.at(-1)).toEqual({
    type: 'file-end',
    by: 'sender',
    transfer: 7,
    reason: 'unknown',
  });
  expect(ana.desk.list).toHaveLength(1);
});

test('[F9] who was given up and comes back under the old id offers anew what was not answered', async () => {
  const { ana, ben, ends } = pair();
  ben.desk.offer([fileOf('a.bin', 10), fileOf('b.bin', 10)]);
  await until(() => received(ana).length === 2);
  // Ben does not hear that Ana has the first, nor that she has given him up.
  ana.others.delete(ben.id);
  await ana.desk.accept(received(ana)[0]?.key ?? '');
  await until(() => received(ana)[0]?.progress.at === 'done');
  ana.others.set(ben.id, ben);
  ana.desk.lose(ben.id);
  ends[0].cut();
  connect(ana, ben);
  await until(() => received(ana).some(({ progress: { at } }) => at === 'offered'));
  expect(received(ana).map(({ name }) => name)).toEqual(['a.bin', 'b.bin']);
  await acceptAll(ana);
  await untilDone(ana);
  await until(() => sent(ben).every(({ receivers }) => receivers[0]?.progress.at === 'done'));
});

test('[F9] what was offered by someone who has given this person up ends with a reason when it is taken', async () => {
  const { ana, ben, ends } = pair();
  ana.desk.offer([fileOf('a.bin', 10)]);
  await until(() => received(ben).length === 1);
  ana.desk.lose(ben.id);
  ends[0].cut();
  connect(ana, ben);
  await acceptAll(ben);
  await until(() => received(ben)[0]?.progress.at === 'over');
  expect(received(ben)[0]?.progress).toEqual({ at: 'over', why: 'unknown', isOwnDoing: false });
  await until(() => ben.store.aborted.length === 1);
});

test('[F4] a piece that arrives altered is not written, and asked for again', async () => {
  const { ben, ends, file } = await sending(5 * pieceBytes);
  let parts = 0;
  ends[0].alter = (bytes) => {
    const frame = decodeFrame(bytes);
    if (frame?.kind !== 'part' || frame.piece !== 2) return bytes;
    parts += 1;
    if (parts === 3) flip(bytes, 40);
    return bytes;
  };
  await acceptAll(ben);
  await untilDone(ben);
  expect(await isSameFile(received(ben)[0]?.saved?.file, file)).toBe(true);
  expect(ends[0].sentBytes).toBeGreaterThan(6 * pieceBytes);
});

test('[F4] a piece that keeps arriving altered ends the transfer', async () => {
  const { ana, ben, ends } = await sending(2 * pieceBytes);
  ends[0].alter = (bytes) => {
    if (decodeFrame(bytes)?.kind === 'part') flip(bytes, 40);
    return bytes;
  };
  await acceptAll(ben);
  await until(() => sent(ana)[0]?.receivers[0]?.progress.at === 'over');
  expect(received(ben)[0]?.progress).toEqual({ at: 'over', why: 'corrupt', isOwnDoing: true });
  expect(ben.store.aborted).toEqual(['a.bin']);
});

test('[F4] a file whose checksum is another one is not kept', async () => {
  const { ben, ends } = await sending(pieceBytes);
  ends[0].alter = (bytes) => {
    if (decodeFrame(bytes)?.kind === 'checksum') flip(bytes, 20);
    return bytes;
  };
  await acceptAll(ben);
  await until(() => received(ben)[0]?.progress.at === 'over');
  expect(received(ben)[0]).toMatchObject({ progress: { why: 'corrupt' }, saved: undefined });
  expect(ben.store.saved).toEqual([]);
});

test('[F5] a sender is never further ahead of the disk than the window', async () => {
  const { ben, ends } = await sending(20 * pieceBytes);
  const ready: (() => void)[] = [];
  ben.store.whenWritten = () => new Promise((resolve) => ready.push(resolve));
  await acceptAll(ben);
  for (let written = 0; written < 12; written += 1) {
    await until(() => ready.length > written);
    await settle();
    expect(ends[0].sentBytes).toBeLessThan((written + pieceWindow) * pieceBytes + 20_000);
    ready[written]?.();
  }
  expect(ends[0].sentBytes).toBeGreaterThan(12 * pieceBytes);
});

test('[F5] acks that come late, twice, or for what was not sent change nothing', async () => {
  const { ana, ben, ends, transfer } = await sending(20 * pieceBytes);
  ben.store.whenWritten = () => new Promise(() => {});
  await acceptAll(ben);
  const ack = (piece: number) => ends[1].send(encodeFrame({ kind: 'written', transfer, piece }));
  await until(() => ends[0].sentBytes > pieceWindow * pieceBytes);
  for (const piece of [2_000_000, 3, 1, 3, 2]) ack(piece);
  await settle();
  expect(sent(ana)[0]?.receivers[0]?.progress).toMatchObject({ bytes: 3 * pieceBytes });
  expect(ends[0].sentBytes).toBeLessThan((3 + pieceWindow + 1) * pieceBytes);
});

test('[F5] several files to one person take turns', async () => {
  const { ana, ben, ends } = await sending(6 * pieceBytes);
  ana.desk.offer([fileOf('b.bin', 6 * pieceBytes)]);
  await until(() => received(ben).length === 2);
  const sentOf = new Map<number, number>();
  let worst = 0;
  ends[0].alter = (bytes) => {
    const { transfer = 0, kind } = decodeFrame(bytes) ?? {};
    if (kind === 'part') sentOf.set(transfer, (sentOf.get(transfer) ?? 0) + 1);
    const counts = [...sentOf.values()];
    if (counts.length === 2) worst = Math.max(worst, Math.abs((counts[0] ?? 0) - (counts[1] ?? 0)));
    return bytes;
  };
  await acceptAll(ben);
  await untilDone(ben);
  // The first may have begun alone, and reading takes its time.
  expect(worst).toBeLessThan(2 * (pieceBytes / maxBodyBytes) + 5);
});

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

test(`[F3] files arrive as they were, however often the channel is cut (SEED=${seed})`, async () => {
  const random = seededRandom(seed);
  const { ana, ben, ends } = pair();
  const files = Array.from({ length: 4 }, (_, index) =>
    fileOf(`${index}.bin`, Math.floor(random() * 6 * pieceBytes)),
  );
  ana.desk.offer(files);
  await until(() => received(ben).length === files.length);
  await acceptAll(ben);
  let channel: FakeBulk = ends[0];
  for (let cut = 0; cut < 25; cut += 1) {
    await settle(Math.floor(random() * 60));
    channel.cut();
    await settle(Math.floor(random() * 20));
    [channel] = connect(ana, ben);
    channel.alter = (bytes) => {
      if (random() < 0.001) flip(bytes, bytes.byteLength - 1);
      return bytes;
    };
  }
  channel.alter = (bytes) => bytes;
  await untilDone(ben);
  for (const [index, file] of files.entries())
    expect(await isSameFile(received(ben)[index]?.saved?.file, file)).toBe(true);
  expect(ben.store.saved).toHaveLength(files.length);
});
