// What has been counted between two looks at one connection: a reading again, with what each count has grown by. What is
// no count (a size, a reason, the latest delay) is as it was at the second look.
import { type SlotName, slotNames } from '../slots.ts';
import type { LinkReading, ReceivedReading, SentReading } from './read-stats.ts';

type Slots<Reading> = Readonly<Partial<Record<SlotName, Reading>>>;

export interface LinkGrowth extends LinkReading {
  /** Between the looks; 0 if the clock stood still. */
  readonly seconds: number;
}

/** A stream that is not in `before` began in between, and has counted since. */
export function growthOf(before: LinkReading, now: LinkReading): LinkGrowth {
  return {
    ...now,
    seconds: Math.max(0, (now.atMs - before.atMs) / 1_000),
    sent: bySlot(before.sent, now.sent, sentGrowth),
    received: bySlot(before.received, now.received, receivedGrowth),
  };
}

function bySlot<Reading extends { readonly id: string }>(
  before: Slots<Reading>,
  now: Slots<Reading>,
  grow: (before: Reading | undefined, now: Reading) => Reading,
): Slots<Reading> {
  const grown: Partial<Record<SlotName, Reading>> = {};
  for (const slot of slotNames) {
    const [earlier, stream] = [before[slot], now[slot]];
    if (stream) grown[slot] = grow(earlier?.id === stream.id ? earlier : undefined, stream);
  }
  return grown;
}

function sentGrowth(before: SentReading | undefined, now: SentReading): SentReading {
  return {
    ...now,
    bytes: growth(before?.bytes, now.bytes),
    packets: growth(before?.packets, now.packets),
    packetsSentAgain: growth(before?.packetsSentAgain, now.packetsSentAgain),
    frames: growth(before?.frames, now.frames),
    encodeSeconds: growth(before?.encodeSeconds, now.encodeSeconds),
    reported: now.reported && {
      ...now.reported,
      lost: signedGrowth(before?.reported?.lost, now.reported.lost),
    },
  };
}

function receivedGrowth(before: ReceivedReading | undefined, now: ReceivedReading) {
  return {
    ...now,
    bytes: growth(before?.bytes, now.bytes),
    packets: growth(before?.packets, now.packets),
    lost: signedGrowth(before?.lost, now.lost),
    frames: growth(before?.frames, now.frames),
    decodeSeconds: growth(before?.decodeSeconds, now.decodeSeconds),
    frozenSeconds: growth(before?.frozenSeconds, now.frozenSeconds),
    samples: growth(before?.samples, now.samples),
    concealedSamples: growth(before?.concealedSamples, now.concealedSamples),
    silentConcealedSamples: growth(before?.silentConcealedSamples, now.silentConcealedSamples),
  };
}

/** A count that has shrunk began anew. */
function growth(before: number | null | undefined, now: number | null): number | null {
  if (now === null) return null;
  return now < (before ?? 0) ? now : now - (before ?? 0);
}

/** For what may shrink without beginning anew. */
function signedGrowth(before: number | null | undefined, now: number | null): number | null {
  return now === null ? null : now - (before ?? 0);
}
