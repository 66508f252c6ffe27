// How hard one connection's pictures work this side's processor, from what browsers count of their own work.
import type { LinkGrowth } from './growth.ts';

/** What is done with one picture, frame by frame. */
export interface Work {
  /** The part of the time in which a frame was being worked on; at 1 no more frames would be. */
  readonly share: number;
  readonly frameMs: number;
}

/** Of the picture that takes most; null where there is none, or the browser does not count it. */
export interface ProcessorLoad {
  readonly encoding: Work | null;
  readonly decoding: Work | null;
}

export function loadOf({ sent, received, seconds }: LinkGrowth): ProcessorLoad {
  // Hardware takes its time for a frame, and costs the processor nothing.
  const outgoing = [sent.camera, sent.screen].flatMap(byProcessor);
  const incoming = [received.camera, received.screen].flatMap(byProcessor);
  return {
    encoding: hardest(
      outgoing.map(({ encodeSeconds, frames }) => work(encodeSeconds, frames, seconds)),
    ),
    decoding: hardest(
      incoming.map(({ decodeSeconds, frames }) => work(decodeSeconds, frames, seconds)),
    ),
  };
}

function byProcessor<Stream extends { readonly isEfficient: boolean }>(
  stream: Stream | undefined,
): readonly Stream[] {
  return stream && !stream.isEfficient ? [stream] : [];
}

function work(busySeconds: number | null, frames: number | null, seconds: number): Work | null {
  if (busySeconds === null || !frames || seconds === 0) return null;
  return { share: Math.min(1, busySeconds / seconds), frameMs: (busySeconds * 1_000) / frames };
}

function hardest(works: readonly (Work | null)[]): Work | null {
  const told = works.filter((each) => each !== null);
  return told.reduce<Work | null>(
    (most, each) => (most && most.share >= each.share ? most : each),
    null,
  );
}
