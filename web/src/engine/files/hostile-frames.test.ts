import { expect, test } from 'vitest';
import {
  acceptAll,
  bytesOf,
  isSameFile,
  received,
  sending,
  settle,
  until,
  untilDone,
} from '../testing/linked-desks.ts';
import { decodeFrame, encodeFrame, maxBodyBytes } from './frame.ts';
import { pieceBytes, pieceWindow } from './pieces.ts';

test('[F8] frames that nobody asked for are dropped, and nothing of them is written', async () => {
  const { ben, ends, file, transfer } = await sending(3 * pieceBytes);
  const [sender, receiver] = ends;
  let asked = 0;
  receiver.alter = (bytes) => {
    if (decodeFrame(bytes)?.kind === 'from') asked += 1;
    return bytes;
  };
  const junk = () => {
    const body = new Uint8Array(40).fill(7);
    const digest = body.subarray(0, 32);
    sender.send(new ArrayBuffer(3));
    sender.send(new ArrayBuffer(100_000));
    sender.send(encodeFrame({ kind: 'part', transfer: 99, piece: 0, body }));
    sender.send(encodeFrame({ kind: 'piece', transfer, piece: 2 ** 32 - 1, body: digest }));
    sender.send(encodeFrame({ kind: 'part', transfer, piece: 0, offset: 17, body }));
    sender.send(encodeFrame({ kind: 'part', transfer, piece: 0, offset: 2 ** 32 - 1, body }));
    sender.send(encodeFrame({ kind: 'part', transfer, piece: 2, body }));
    sender.send(encodeFrame({ kind: 'checksum', transfer, piece: 4, body: digest }));
    sender.send(encodeFrame({ kind: 'checksum', transfer, piece: 0, body: digest }));
    sender.send(encodeFrame({ kind: 'written', transfer, piece: 1 }));
    sender.send(encodeFrame({ kind: 'from', transfer, piece: 1 }));
  };
  junk();
  await settle();
  await acceptAll(ben);
  sender.send(encodeFrame({ kind: 'piece', transfer, piece: 2, body: new Uint8Array(32) }));
  junk();
  await until(() => received(ben).some((each) => bytesOf(each) > 0));
  junk();
  await untilDone(ben);
  expect(await isSameFile(received(ben)[0]?.saved?.file, file)).toBe(true);
  // Nothing had to be asked for again.
  expect(asked).toBe(1);
});

test('[F8] however often a receiver asks anew, one piece is read at a time', async () => {
  const { ben, ends, file, transfer } = await sending(3 * pieceBytes);
  let reading = 0;
  let most = 0;
  const slice = file.slice.bind(file);
  file.slice = (start, end) => {
    const part = slice(start, end);
    const read = part.arrayBuffer.bind(part);
    part.arrayBuffer = async () => {
      reading += 1;
      most = Math.max(most, reading);
      const bytes = await read();
      reading -= 1;
      return bytes;
    };
    return part;
  };
  await acceptAll(ben);
  for (let count = 0; count < 200; count += 1)
    ends[1].send(encodeFrame({ kind: 'from', transfer, piece: 0 }));
  await untilDone(ben);
  expect(await isSameFile(received(ben)[0]?.saved?.file, file)).toBe(true);
  expect(most).toBe(1);
});

test('[F8] what a sender sends beyond the window is dropped', async () => {
  const { ben, ends, transfer } = await sending(12 * pieceBytes);
  const [sender, receiver] = ends;
  receiver.alter = () => undefined; // The honest sender hears nothing.
  let write = (): void => undefined;
  const writing = new Promise<void>((resolve) => (write = resolve));
  ben.store.whenWritten = () => writing;
  await acceptAll(ben);
  await settle();
  const zeros = new Uint8Array(pieceBytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', zeros));
  for (let piece = 0; piece < 12; piece += 1) {
    sender.send(encodeFrame({ kind: 'piece', transfer, piece, body: digest }));
    for (let offset = 0; offset < pieceBytes; offset += maxBodyBytes) {
      const body = zeros.subarray(offset, offset + maxBodyBytes);
      sender.send(encodeFrame({ kind: 'part', transfer, piece, offset, body }));
    }
  }
  await settle();
  write();
  const isThere = () => received(ben).some((each) => bytesOf(each) >= pieceWindow * pieceBytes);
  await until(isThere);
  await settle(2_000);
  expect(received(ben)[0]?.progress).toMatchObject({ bytes: pieceWindow * pieceBytes });
});

test('[F8] only who writes a file says that it is whole', async () => {
  const { ana, ben, transfer } = await sending(10);
  ben.desk.hear(ana.id, { type: 'file-end', by: 'sender', transfer, reason: 'done' });
  expect(received(ben)[0]?.progress.at).toBe('offered');
});
