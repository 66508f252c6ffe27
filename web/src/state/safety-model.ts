// The safety code of a call, and for whom the people have compared it.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { PeerId } from '../../../protocol/ids.ts';
import type { CallState } from '../engine/call-state.ts';
import type { Alarm, PeerState } from '../engine/peer/peer-state.ts';
import { safetyCodeOf } from '../engine/safety-code.ts';

export interface SafetyServices {
  readonly state: ReadonlySignal<CallState>;
  readonly crypto: Crypto;
}

/** Somebody about whom there was an alarm. */
export interface Alarmed {
  readonly id: PeerId;
  /** Empty if they gave none. */
  readonly name: string;
  readonly alarm: Alarm;
}

/** A code, and the fingerprints that it stands for. */
interface Shown {
  readonly code: readonly number[];
  readonly of: readonly string[];
}

export const SafetyModel = createModel(({ state, crypto }: SafetyServices) => {
  const shown = signal<Shown | undefined>(undefined);
  /** Fingerprints that were part of a code when it was compared. */
  const compared = signal<ReadonlySet<string>>(new Set());

  const alarms = signal<ReadonlyMap<PeerId, Alarmed>>(new Map());

  const peers = computed(() => (state.value.phase === 'inside' ? state.value.peers : []));
  /** A text, so that it changes only with what it says. */
  const everyone = computed(() => fingerprintsOf(peers.value).join('\n'));
  const verified = computed<ReadonlySet<PeerId>>(
    () => new Set(peers.value.filter(isComparedIn(compared.value)).map(({ id }) => id)),
  );

  effect(() => {
    const fingerprints = everyone.value;
    shown.value = undefined;
    if (fingerprints !== '') void compute(fingerprints);
  });

  effect(() => {
    const raised = peers.value.flatMap(alarmedOf).map((each) => [each.id, each] as const);
    if (raised.length > 0) alarms.value = new Map([...alarms.peek(), ...raised]);
  });

  async function compute(fingerprints: string): Promise<void> {
    const of = fingerprints.split('\n');
    const code = await safetyCodeOf(crypto, of);
    // Somebody may have come meanwhile.
    if (fingerprints === everyone.peek()) shown.value = { code, of };
  }

  return {
    /** Eight numbers below 64, one for each sign; undefined while there is nobody to compare with, or for a moment. */
    code: computed(() => shown.value?.code),
    /** Every alarm of this visit: whoever raised one may have been made to go. */
    alarms: computed(() => [...alarms.value.values()]),
    /** The peers with whom it was compared. */
    verified,
    isVerified: computed(
      () => verified.value.size > 0 && verified.value.size === peers.value.length,
    ),
    /** The others see the code that is shown. */
    verify: () => {
      compared.value = new Set([...compared.peek(), ...(shown.peek()?.of ?? [])]);
    },
  };
});
export interface SafetyModel extends InstanceType<typeof SafetyModel> {}

function fingerprintsOf(peers: readonly PeerState[]): string[] {
  const all = peers.flatMap(({ fingerprints }) =>
    fingerprints ? [fingerprints.local, fingerprints.remote] : [],
  );
  return [...new Set(all)].toSorted();
}

function isComparedIn(compared: ReadonlySet<string>) {
  return ({ fingerprints }: PeerState) =>
    fingerprints !== undefined && compared.has(fingerprints.remote);
}

function alarmedOf({ id, profile, alarm }: PeerState): Alarmed[] {
  return alarm ? [{ id, name: profile?.name ?? '', alarm }] : [];
}
