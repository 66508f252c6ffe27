// How long each fault lasts: its whole time where `npm run test:faults` measures; in `npm test` as short as it can be
// and still be that fault.

interface Durations {
  readonly serverDownMs: number;
  readonly signalingCutMs: number;
  /** One call for each. */
  readonly linkCutsMs: readonly number[];
  readonly relayDownMs: number;
  /** Since the call began, with credentials that last a minute. */
  readonly iceRestartsAtMs: readonly number[];
  /** One after the other, each for as long as credentials last. */
  readonly rotations: number;
  /** Uplinks, one call for each. */
  readonly squeezedToKbps: readonly number[];
  /** Uplinks that a file shares with its sender’s call, one call for each. */
  readonly filesBesideCallKbps: readonly number[];
}

const whole: Durations = {
  serverDownMs: 20_000,
  signalingCutMs: 60_000,
  linkCutsMs: [10_000, 40_000],
  relayDownMs: 2_000,
  iceRestartsAtMs: [60_000, 120_000, 180_000],
  rotations: 2,
  squeezedToKbps: [600],
  filesBesideCallKbps: [2_000],
};

const short: Durations = {
  serverDownMs: 4_000,
  // A page may take 15 s to notice.
  signalingCutMs: 16_000,
  // A browser gives up after 15 to 17 s; what is cut for less, it heals by itself.
  linkCutsMs: [20_000],
  relayDownMs: 2_000,
  // The first credentials, older than the call, are over.
  iceRestartsAtMs: [61_000],
  // turn/rotate.test.ts has them without a call, in seconds.
  rotations: 0,
  // Four browsers at hosts of their own take both processors; diagnosis.spec.ts squeezes one of two.
  squeezedToKbps: [],
  filesBesideCallKbps: [],
};

export const durations = process.env['FAULTS'] === 'whole' ? whole : short;

/** For meeting before the fault, and for coming back after it, on a busy machine. */
export const aroundFaultMs = 120_000;
