// What was measured on one connection, in words and numbers: what the panel lists, and what a report says.
import type { LinkSummary } from '../../../../protocol/peer-status.ts';
import type { LinkRecord } from '../../engine/quality/call-record.ts';
import type { Moment } from '../../state/link-history.ts';
import type { ConnectionText } from '../text/connection.ts';

export interface Figure {
  readonly label: string;
  readonly value: string;
  /** What of it can be drawn over time. */
  readonly series?: keyof Moment;
}

export interface Figures {
  readonly delay: Figure;
  readonly coming: readonly Figure[];
  readonly going: readonly Figure[];
}

export function figuresOf({ mine, theirs }: LinkRecord, text: ConnectionText): Figures {
  return {
    delay: { label: text.delay, value: delayOf(mine, text), series: 'rttMs' },
    coming: comingOf(mine, text),
    going: goingOf(mine, theirs, text),
  };
}

export function delayOf({ rttMs }: LinkSummary, text: ConnectionText): string {
  return rttMs === null ? text.unknown : text.ms(Math.round(rttMs));
}

function comingOf({ received }: LinkSummary, text: ConnectionText): Figure[] {
  const { kbps, lost, concealed, frozen, camera, screen } = received;
  return [
    { label: text.speed, value: rateOf(kbps, text), series: 'receivedKbps' },
    { label: text.lost, value: shareOf(lost, text), series: 'lostComing' },
    ...pictures({ camera, screen }, text),
    ...suffered({ concealed, frozen }, text),
  ];
}

/** How it arrives, only the other end knows. */
function goingOf(
  { sent }: LinkSummary,
  theirs: LinkSummary | undefined,
  text: ConnectionText,
): Figure[] {
  const { kbps, lost, camera, screen } = sent;
  const { concealed, frozen } = theirs?.received ?? { concealed: null, frozen: null };
  return [
    { label: text.speed, value: rateOf(kbps, text), series: 'sentKbps' },
    { label: text.lost, value: shareOf(lost, text), series: 'lostGoing' },
    ...pictures({ camera, screen }, text),
    ...suffered({ concealed, frozen }, text),
  ];
}

type Pictures = Pick<LinkSummary['received'], 'camera' | 'screen'>;

function pictures({ camera, screen }: Pictures, text: ConnectionText): Figure[] {
  return [
    ...(camera ? [{ label: text.camera, value: pictureOf(camera, text) }] : []),
    ...(screen ? [{ label: text.screen, value: pictureOf(screen, text) }] : []),
  ];
}

function suffered(
  { concealed, frozen }: Pick<LinkSummary['received'], 'concealed' | 'frozen'>,
  text: ConnectionText,
): Figure[] {
  return [
    ...(concealed === null ? [] : [{ label: text.patched, value: shareOf(concealed, text) }]),
    ...(frozen === null ? [] : [{ label: text.frozen, value: shareOf(frozen, text) }]),
  ];
}

function pictureOf(
  { width, height, framesPerSecond }: NonNullable<Pictures['camera']>,
  text: ConnectionText,
): string {
  return text.picture(width, height, Math.round(framesPerSecond));
}

function rateOf(kbps: number, text: ConnectionText): string {
  return kbps < 1_000 ? text.kbps(Math.round(kbps)) : text.mbps(Math.round(kbps / 100) / 10);
}

/** To a tenth, as long as that says something. */
function shareOf(share: number | null, text: ConnectionText): string {
  if (share === null) return text.unknown;
  const percent = share * 100;
  return text.percent(percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent));
}
