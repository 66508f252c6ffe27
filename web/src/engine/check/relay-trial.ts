// Tries one way to a relay: whether it gives addresses, whether anything gets through it, and how well.
import type { Environment } from '../environment.ts';
import { flood } from './flood.ts';
import { Loopback } from './loopback.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { lossOf, probe, roundTripMs } from './probe.ts';

/** Browsers take 10 s to give up on a port that is silent; what takes so long is of no use to a call. */
const patienceMs = 8_000;

/** How well it goes, to the relay and back. */
export interface Figures {
  readonly roundTripMs: number;
  /** From 0 to 1. */
  readonly loss: number;
  readonly bitsPerSecond: number;
}

/** What was seen of one way. */
export interface RelayRecord {
  /** Addresses that the relay gave, to both ends together. */
  readonly candidateCount: number;
  /** What the relay, or the browser in its place, answered instead (RFC 8489, section 14.8; 701 is the browser's own). */
  readonly errorCodes: readonly number[];
  /** `gathered`: the browser had nothing more to try, and no address. `late`: it was still trying when patience ended. */
  readonly end: 'open' | 'gathered' | 'late';
  /** Undefined unless something has come through. */
  readonly figures: Figures | undefined;
}

export interface TrialOptions {
  readonly environment: Environment;
  /** When it is aborted, what has come of it until then is told. */
  readonly signal: AbortSignal;
  /** Who measures has the network to itself. */
  readonly turns: OneAtATime;
  /** It has connected: how well it goes is measured next. */
  readonly onOpen: () => void;
}

export async function tryRelay(server: RTCIceServer, options: TrialOptions): Promise<RelayRecord> {
  const { environment, signal, turns, onOpen } = options;
  const loopback = new Loopback(environment, server);
  const end = await outcomeOf(loopback, options);
  if (end === 'open') onOpen();
  const isWanted = end === 'open' && !signal.aborted;
  const figures = isWanted ? await turns.run(() => measure(loopback, options)) : undefined;
  loopback.close();
  const { candidateCount, errorCodes } = loopback;
  return { candidateCount, errorCodes: [...errorCodes], end, figures };
}

function outcomeOf(
  loopback: Loopback,
  { environment, signal }: TrialOptions,
): Promise<RelayRecord['end']> {
  const { promise, resolve } = Promise.withResolvers<RelayRecord['end']>();
  const late = () => resolve('late');
  const cancel = environment.clock.after(patienceMs, late);
  signal.addEventListener('abort', late);
  loopback.on('open', () => resolve('open'));
  loopback.on('gathered', () => {
    // With an address the search for a way goes on.
    if (loopback.candidateCount === 0) resolve('gathered');
  });
  void loopback.connect();
  return promise.finally(() => {
    cancel();
    signal.removeEventListener('abort', late);
  });
}

async function measure(
  loopback: Loopback,
  { environment, signal }: TrialOptions,
): Promise<Figures | undefined> {
  const { near, far } = loopback;
  const measuring = { clock: environment.clock, signal };
  const probed = await probe({ from: near.packets, to: far.packets }, measuring);
  const [from, to] = [loopback.bulk('near'), loopback.bulk('far')];
  const tripMs = roundTripMs(probed);
  if (signal.aborted || !from || !to || tripMs === undefined) return undefined;
  const bitsPerSecond = await flood({ from, to }, measuring);
  return { roundTripMs: tripMs, loss: lossOf(probed), bitsPerSecond };
}
