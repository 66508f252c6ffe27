// What came of one connection between two looks at it, in numbers that are worth sending and showing: rates and shares.
import type { LinkSummary, SentPicture } from '../../../../protocol/peer-status.ts';
import type { LinkGrowth } from './growth.ts';
import type { LinkReading, ReceivedReading, SentReading } from './read-stats.ts';

type Received = LinkSummary['received'];
type Pictures = Readonly<Record<'camera' | 'screen', ReceivedReading | undefined>>;
type Numbers = readonly (number | null | undefined)[];

/** What of pictures the other end says it sends. */
export type Sends = Readonly<Record<'camera' | 'screen', unknown>>;

export interface Circumstances {
  /** What this end would send if there were room for it. */
  readonly wantedKbps: number;
  /** Undefined where the other end has said nothing. */
  readonly theySend: Sends | undefined;
}

export function summarize(
  growth: LinkGrowth,
  { wantedKbps, theySend }: Circumstances,
): LinkSummary {
  return {
    path: growth.path,
    rttMs: milliseconds(rttSeconds(growth)),
    sent: sentSummary(growth, wantedKbps),
    received: receivedSummary(growth, theySend),
  };
}

function sentSummary({ sent, seconds, availableBitrate }: LinkGrowth, wantedKbps: number) {
  const streams = Object.values(sent);
  return {
    kbps: kbps(
      streams.map(({ bytes }) => bytes),
      seconds,
    ),
    availableKbps:
      availableBitrate === null ? null : Math.max(0, Math.round(availableBitrate / 1_000)),
    wantedKbps: Math.round(wantedKbps),
    lost: reportedLoss(sent),
    camera: sentPicture(sent.camera, seconds),
    screen: sentPicture(sent.screen, seconds),
  };
}

function receivedSummary({ received, seconds }: LinkGrowth, theySend: Sends | undefined): Received {
  const camera = unlessPadding(received.camera, theySend?.camera);
  const screen = unlessPadding(received.screen, theySend?.screen);
  const streams = Object.values(received);
  const lost = sum(streams.map((stream) => stream.lost));
  const arrived = sum(streams.map(({ packets }) => packets));
  const heard = streams.filter(({ samples }) => samples !== null);
  const concealed = sum(heard.map(({ concealedSamples }) => concealedSamples));
  const silent = sum(heard.map(({ silentConcealedSamples }) => silentConcealedSamples));
  return {
    kbps: kbps(
      streams.map(({ bytes }) => bytes),
      seconds,
    ),
    lost: arrived ? share(lost, arrived + Math.max(0, lost ?? 0)) : null,
    concealed: share(
      concealed === null ? null : concealed - (silent ?? 0),
      sum(heard.map(({ samples }) => samples)),
    ),
    frozen: frozen({ camera, screen }, seconds),
    camera: receivedPicture(camera, seconds),
    screen: receivedPicture(screen, seconds),
  };
}

/**
 * By the receiver's reports. Of pictures they come every second, and what they count adds up; what they say of the time in
 * between jumps, in Chromium, from nothing to half of it. Of sound they come every five seconds: what adds up there comes in
 * lumps, and the latest share is the better one.
 */
function reportedLoss({ microphone, screenAudio, camera, screen }: LinkGrowth['sent']) {
  const sounds = [microphone, screenAudio].map((stream) =>
    lossOf(stream, (packets) => packets * (stream?.reported?.fractionLost ?? NaN)),
  );
  const pictures = [camera, screen].map((stream) =>
    lossOf(stream, () => stream?.reported?.lost ?? NaN),
  );
  const told = [...sounds, ...pictures].filter((each) => each !== null);
  return share(sum(told.map(({ lost }) => lost)), sum(told.map(({ packets }) => packets)));
}

/** Null where nothing was sent, or nothing is reported of it. */
function lossOf(stream: SentReading | undefined, lostOf: (packets: number) => number) {
  if (!stream?.packets) return null;
  // What was sent again is not counted by whoever lost it.
  const packets = stream.packets - (stream.packetsSentAgain ?? 0);
  const lost = lostOf(packets);
  return Number.isNaN(lost) ? null : { packets, lost };
}

function sentPicture(stream: SentReading | undefined, seconds: number): SentPicture | null {
  const picture = pictureOf(stream, seconds);
  // Firefox gives no reason, whether there is one or not.
  return stream && stream.frames && picture
    ? { ...picture, limitedBy: stream.limitedBy ?? 'none' }
    : null;
}

/** One that comes and is not shown, for want of some packet, stands still. */
function receivedPicture(stream: ReceivedReading | undefined, seconds: number): Received['camera'] {
  return stream?.packets ? pictureOf(stream, seconds) : null;
}

function pictureOf(
  stream: Pick<SentReading, 'width' | 'height' | 'frames'> | undefined,
  seconds: number,
) {
  if (!stream?.width || !stream.height || seconds === 0) return null;
  const { width, height, frames } = stream;
  return { width, height, framesPerSecond: Math.round((frames ?? 0) / seconds) };
}

/** Browsers try out what a line carries with packets that show nothing, of a camera that is off, too. */
function unlessPadding(stream: ReceivedReading | undefined, sent: unknown) {
  return sent === null && stream?.frames === 0 ? undefined : stream;
}

/** A screen on which nothing moves has few frames, which browsers take for a freeze. */
function frozen({ camera, screen }: Pictures, seconds: number): number | null {
  const shares = [
    frozenShare(camera, seconds),
    frozenShare(screen && { ...screen, frozenSeconds: 0 }, seconds),
  ].filter((each) => each !== null);
  return shares.length > 0 ? Math.max(...shares) : null;
}

/** Browsers count a freeze when it ends: until then it shows in that no frame comes. */
function frozenShare(stream: ReceivedReading | undefined, seconds: number): number | null {
  if (!stream?.packets) return null;
  return share(stream.frames === 0 && stream.width ? seconds : stream.frozenSeconds, seconds);
}

/** The way's own check comes every few seconds at most; what media reports take is as good where there is none. */
function rttSeconds({ rttSeconds: checked, sent }: LinkReading): number | null {
  const reported = sent.camera?.reported ?? sent.screen?.reported ?? sent.microphone?.reported;
  return checked ?? reported?.rttSeconds ?? null;
}

function kbps(bytes: Numbers, seconds: number): number {
  return seconds === 0 ? 0 : Math.round(((sum(bytes) ?? 0) * 8) / 1_000 / seconds);
}

/** Null if none of them is told. */
function sum(numbers: Numbers): number | null {
  const told = numbers.filter((number) => typeof number === 'number');
  return told.length > 0 ? told.reduce((total, number) => total + number, 0) : null;
}

/** To a tenth of a per cent. */
function share(part: number | null, whole: number | null): number | null {
  if (part === null || !whole) return null;
  return Math.round(Math.min(1, Math.max(0, part / whole)) * 1_000) / 1_000;
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : Math.max(0, Math.round(seconds * 1_000));
}
