import { expect, test } from 'vitest';
import { fakeFileStore } from '../testing/fake-file-store.ts';
import { fileOf, isSameFile, settle, until } from '../testing/linked-desks.ts';
import { type Frame, type FrameKind, decodeFrame } from './frame.ts';
import { Incoming } from './incoming.ts';
import { pieceBytes, sha256 } from './pieces.ts';

const digest = sha256(crypto);
const half = pieceBytes / 2;

async function setup() {
  if (!digest) throw new Error('Node has SHA-256');
  const file = fileOf('a.bin', pieceBytes + 10);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digests = [
    await digest(bytes.slice(0, pieceBytes)),
    await digest(bytes.slice(pieceBytes)),
  ] as const;
  const store = fakeFileStore();
  const sent: (FrameKind | undefined)[] = [];
  const incoming = new Incoming({
    transfer: 1,
    size: file.size,
    digest,
    nowMs: () => 0,
    onChange: () => undefined,
    onEnd: () => undefined,
    onFile: () => undefined,
    send: (frame) => sent.push(decodeFrame(frame)?.kind),
  });
  const opened = await store.open({ name: 'a.bin', size: file.size });
  if (opened.at !== 'opened') throw new Error('this store opens');
  incoming.accept(opened.sink);
  await until(() => sent.length === 1);
  const receive = (frame: Partial<Frame> & Pick<Frame, 'kind' | 'piece' | 'body'>) =>
    incoming.receive({ transfer: 1, offset: 0, ...frame });
  return { file, bytes, digests, store, sent, receive };
}

test('[F8] parts out of place are dropped, and those that follow in place are taken', async () => {
  const { file, bytes, digests, store, sent, receive } = await setup();
  const junk = new Uint8Array(half);
  receive({ kind: 'piece', piece: 0, body: digests[0] });
  receive({ kind: 'part', piece: 0, body: bytes.slice(0, half) });
  receive({ kind: 'part', piece: 0, body: junk });
  receive({ kind: 'part', piece: 1, offset: half, body: junk });
  receive({ kind: 'part', piece: 0, offset: half + 1, body: junk });
  receive({ kind: 'part', piece: 0, offset: half, body: new Uint8Array(half + 1) });
  receive({ kind: 'part', piece: 0, offset: half, body: bytes.slice(half, pieceBytes) });
  receive({ kind: 'piece', piece: 1, body: digests[1] });
  receive({ kind: 'part', piece: 1, body: bytes.slice(pieceBytes) });
  await until(() => sent.length === 3);
  expect(sent).toEqual(['from', 'written', 'written']);
  expect(await isSameFile(store.written.get('a.bin'), file)).toBe(true);
});

test('[F8] a piece out of turn is dropped, and none behind the last is begun', async () => {
  const { bytes, digests, store, sent, receive } = await setup();
  receive({ kind: 'piece', piece: 1, body: digests[1] });
  receive({ kind: 'part', piece: 1, body: bytes.slice(pieceBytes) });
  await settle();
  expect(sent).toEqual(['from']);
  receive({ kind: 'piece', piece: 0, body: digests[0] });
  receive({ kind: 'piece', piece: 1, body: digests[1] });
  receive({ kind: 'part', piece: 0, body: bytes.slice(0, pieceBytes) });
  receive({ kind: 'piece', piece: 2, body: digests[1] });
  receive({ kind: 'piece', piece: 0, body: digests[0] });
  receive({ kind: 'part', piece: 0, body: bytes.slice(0, pieceBytes) });
  await until(() => sent.length === 2);
  await settle();
  expect(sent).toEqual(['from', 'written']);
  expect(store.written.get('a.bin')?.size).toBe(pieceBytes);
});
