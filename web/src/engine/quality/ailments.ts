// What ails the whole of this side, by what it sees on all of its connections, look by look.
import type { Ailments } from '../../../../protocol/peer-status.ts';
import { type Belief, doubt, nextBelief } from './belief.ts';
import type { LinkRecord } from './call-record.ts';
import type { ProcessorLoad, Work } from './processor-load.ts';
import { isLossy, isThin, lossIn, lossOut } from './suffering.ts';

export interface LinkSigns extends LinkRecord {
  readonly load: ProcessorLoad;
}

/** What one look at all connections has shown. */
export interface OwnSigns {
  /** How much later it came than it was due: the page waits for the processor, too. */
  readonly lateMs: number;
  readonly links: readonly LinkSigns[];
}

export type Ailing = Readonly<Record<keyof Ailments, Belief>>;

export const healthy: Ailing = {
  isProcessorBusy: doubt,
  isUplinkThin: doubt,
  isDownlinkThin: doubt,
};

/**
 * So much of the time a frame is in work, and each for so long: a processor with time to spare needs far less for one, and
 * an encoder of hardware, which works at several at once, is through with each sooner.
 */
const hardShare = 0.5;
const hardFrameMs = 50;
/** Chromium says `cpu` for a while after it is over: by then it works less. */
const someShare = 0.3;
/** A timer that is not starved comes within some ten milliseconds, and within a hundred or two on a busy machine. */
const veryLateMs = 800;

/** Of those that count, so many must suffer from what is not theirs: else it is they, or the way to them. */
const most = 2 / 3;
/** Who is sent much less than others are has room enough whatever happens. */
const much = 0.5;

/** After one more look. */
export function nextAiling(before: Ailing, signs: OwnSigns): Ailing {
  const { links } = signs;
  return {
    isProcessorBusy: nextBelief(before.isProcessorBusy, isProcessorBusy(signs)),
    isUplinkThin: nextBelief(before.isUplinkThin, isUplinkThin(links)),
    isDownlinkThin: nextBelief(before.isDownlinkThin, isDownlinkThin(links)),
  };
}

export function ailmentsOf(ailing: Ailing): Ailments {
  return {
    isProcessorBusy: ailing.isProcessorBusy.isHeld,
    isUplinkThin: ailing.isUplinkThin.isHeld,
    isDownlinkThin: ailing.isDownlinkThin.isHeld,
  };
}

function isProcessorBusy({ lateMs, links }: OwnSigns): boolean {
  return (
    lateMs >= veryLateMs ||
    links.some(({ mine: { sent }, load: { encoding, decoding } }) => {
      const isHeldBack = sent.camera?.limitedBy === 'cpu' || sent.screen?.limitedBy === 'cpu';
      const isEncodingMuch = (encoding?.share ?? 1) >= someShare;
      return (isHeldBack && isEncodingMuch) || isHard(encoding) || isHard(decoding);
    })
  );
}

function isHard(work: Work | null): boolean {
  return work !== null && work.share >= hardShare && work.frameMs >= hardFrameMs;
}

function isUplinkThin(links: readonly LinkSigns[]): boolean {
  const [only] = links;
  // Of two people one end of the way looks like the other. But lines are as a rule thinner up than down: if little gets
  // there and enough comes back, it is rather this uplink than that downlink. Loss says nothing of the kind.
  if (only && links.length === 1)
    return isThin(only.mine.sent) && only.theirs !== undefined && !isThin(only.theirs.sent);
  const counting = links.filter(({ theirAilments }) => !theirAilments?.isDownlinkThin);
  return (
    areMost(counting, (link) => isLossy(lossOut(link))) ||
    areMostOfSome(
      greedy(counting, ({ mine }) => mine.sent.wantedKbps),
      ({ mine }) => isThin(mine.sent),
    )
  );
}

function isDownlinkThin(links: readonly LinkSigns[]): boolean {
  if (links.length < 2) return false;
  const counting = links.filter(
    ({ theirAilments }) => !theirAilments?.isUplinkThin && !theirAilments?.isProcessorBusy,
  );
  const told = counting.flatMap(({ theirs }) => theirs?.sent ?? []);
  return (
    areMost(counting, (link) => isLossy(lossIn(link))) ||
    areMostOfSome(
      greedy(told, ({ wantedKbps }) => wantedKbps),
      isThin,
    )
  );
}

function greedy<Each>(all: readonly Each[], wanted: (each: Each) => number): readonly Each[] {
  const greediest = Math.max(...all.map(wanted));
  return all.filter((each) => wanted(each) >= much * greediest);
}

/** One alone may be held up by its own line, or on the way. */
function areMostOfSome<Each>(all: readonly Each[], suffers: (each: Each) => boolean): boolean {
  return all.length > 1 && areMost(all, suffers);
}

function areMost<Each>(all: readonly Each[], suffers: (each: Each) => boolean): boolean {
  return all.length > 0 && all.filter(suffers).length > most * all.length;
}
