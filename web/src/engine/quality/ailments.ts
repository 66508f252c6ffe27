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
/** Estimates that differ by less are alike. */
const plainly = 1.25;

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

/** By this look alone. */
export function isProcessorBusy({ lateMs, links }: OwnSigns): boolean {
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
  if (only && links.length === 1) return isThinRatherUp(only);
  const counting = links.filter(({ theirAilments }) => !theirAilments?.isDownlinkThin);
  return (
    areMost(counting, (link) => isLossy(lossOut(link))) ||
    areMost(
      greedy(counting, ({ mine }) => mine.sent.wantedKbps),
      ({ mine }) => isThin(mine.sent),
    )
  );
}

/**
 * Of two people one end of the way looks like the other. But lines are as a rule thinner up than down: if more comes back
 * than gets there, it is not that downlink but this uplink. Loss says nothing of the kind, and while much is lost an
 * estimate is low because of that; a thin line loses little, once less is sent.
 */
function isThinRatherUp(link: LinkSigns): boolean {
  const { mine, theirs } = link;
  const [there, back] = [mine.sent.availableKbps ?? Infinity, theirs?.sent.availableKbps ?? 0];
  return isThin(mine.sent) && back > plainly * there && !isLossy(lossOut(link));
}

function isDownlinkThin(links: readonly LinkSigns[]): boolean {
  if (links.length < 2) return false;
  const counting = links.filter(
    ({ theirAilments }) => !theirAilments?.isUplinkThin && !theirAilments?.isProcessorBusy,
  );
  const told = counting.flatMap(({ theirs }) => theirs?.sent ?? []);
  return (
    areMost(counting, (link) => isLossy(lossIn(link))) ||
    areMost(
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
function areMost<Each>(all: readonly Each[], suffers: (each: Each) => boolean): boolean {
  return all.length > 1 && all.filter(suffers).length > most * all.length;
}
