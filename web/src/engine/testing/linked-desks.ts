// Several file desks, each of a person in the same call: letters and channels between any two of them.
import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { PeerId } from '../../../../protocol/ids.ts';
import { FileMessage } from '../../../../protocol/peer-files.ts';
import { FileDesk } from '../files/file-desk.ts';
import type { ReceivedFile, SentFile } from '../files/shared-file.ts';
import { type PeerState, unknownPeer } from '../peer/peer-state.ts';
import { FakeBulk } from './fake-bulk.ts';
import { type FakeEnvironment, fakeEnvironment } from './fake-environment.ts';
import type { FakeFileStore } from './fake-file-store.ts';

export interface Clerk {
  readonly id: PeerId;
  readonly environment: FakeEnvironment;
  readonly desk: FileDesk;
  readonly store: FakeFileStore;
  /** Every message that was heard. */
  readonly heard: FileMessage[];
  /** Those it can tell something to. */
  readonly others: Map<PeerId, Clerk>;
}

/** What a desk begins to count at, with the chance of a fake environment. */
export const firstTransfer = 2 ** 30;

/** As any message of a peer, each is decoded before it is heard. */
const Message = v.variant('type', FileMessage);

export function clerk(name: string): Clerk {
  const id = v.parse(PeerId, name.padEnd(16, '0'));
  const environment = fakeEnvironment();
  const others: Clerk['others'] = new Map();
  const states = () =>
    Array.from(others.values(), (other): PeerState => {
      return { ...unknownPeer(other.id, 'connected'), profile: { name: other.id } };
    });
  const desk = new FileDesk({
    environment,
    store: environment.files,
    mesh: {
      get states() {
        return states();
      },
      tell(to, message) {
        const other = others.get(to);
        const decoded = v.safeParse(Message, JSON.parse(JSON.stringify(message)));
        if (!decoded.success) return;
        queueMicrotask(() => {
          other?.heard.push(decoded.output);
          other?.desk.hear(id, decoded.output);
        });
      },
    },
  });
  return { id, environment, desk, store: environment.files, heard: [], others };
}

/** Puts two into one call. */
export function introduce(one: Clerk, other: Clerk): void {
  one.others.set(other.id, other);
  other.others.set(one.id, one);
}

/** A channel opens between the two; given are its ends. */
export function connect(one: Clerk, other: Clerk): readonly [FakeBulk, FakeBulk] {
  const ends = FakeBulk.pair();
  one.desk.connect(other.id, ends[0]);
  other.desk.connect(one.id, ends[1]);
  return ends;
}

export function pair() {
  const ana = clerk('a');
  const ben = clerk('b');
  introduce(ana, ben);
  return { ana, ben, ends: connect(ana, ben) };
}

/** One file has been offered; given are who offers it to whom, the ends of their channel, and its number. */
export async function sending(size: number) {
  const { ana, ben, ends } = pair();
  const file = fileOf('a.bin', size);
  ana.desk.offer([file]);
  await until(() => received(ben).length === 1);
  return { ana, ben, ends, file, transfer: firstTransfer };
}

export function bytesOf(file: ReceivedFile | undefined): number {
  return file?.progress.at === 'running' ? file.progress.bytes : 0;
}

export function sent({ desk }: Clerk): SentFile[] {
  return desk.list.filter((file) => file.direction === 'sent');
}

export function received({ desk }: Clerk): ReceivedFile[] {
  return desk.list.filter((file) => file.direction === 'received');
}

export async function acceptAll(who: Clerk): Promise<void> {
  for (const { key, progress } of received(who))
    if (progress.at === 'offered') await who.desk.accept(key);
}

/** A file whose bytes all differ from those around them. */
export function fileOf(name: string, size: number): File {
  const bytes = new Uint8Array(size);
  let state = size + 1;
  for (let index = 0; index < size; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return new File([bytes], name, { type: 'application/x-test' });
}

export async function isSameFile(one: Blob | undefined, other: Blob): Promise<boolean> {
  if (!one) return false;
  return Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await other.arrayBuffer()));
}

/** Lets everything go on until `isSo`, or fails; digests take as long as they take. `pass` has time pass. */
export async function until(isSo: () => boolean, pass = () => {}): Promise<void> {
  for (let round = 0; round < 300_000; round += 1) {
    if (isSo()) return;
    pass();
    await setImmediate();
  }
  throw new Error(`never: ${String(isSo)}`);
}

/** Everything that is under way has had time enough. */
export async function settle(rounds = 200): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await setImmediate();
}

export async function untilDone(...clerks: Clerk[]): Promise<void> {
  await until(() =>
    clerks.every((who) => received(who).every(({ progress }) => progress.at === 'done')),
  );
}
