// How the call goes, as the screen shows it: what was measured, what is wrong with it, and whether there is a word to say
// about that.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { CallState } from '../engine/call-state.ts';
import type { Clock } from '../engine/environment.ts';
import type { CallFindings } from '../engine/quality/call-record.ts';
import type { Verdict } from '../engine/quality/verdict.ts';
import { type Sightings, alertOf, isFault, noted, sightingsAfter } from './alerts.ts';
import { calmOf } from './calm.ts';
import { type History, historyAfter } from './link-history.ts';
import type { Participant } from './participant.ts';
import { type Plights, plightsAfter } from './plights.ts';
import type { QualityServices } from './view-services.ts';

/** A panel that takes the same place beside the call. */
export interface Neighbour {
  readonly isOpen: ReadonlySignal<boolean>;
  readonly toggle: () => void;
}

export interface ConnectionServices {
  readonly clock: Clock;
  readonly state: ReadonlySignal<CallState>;
  readonly participants: ReadonlySignal<readonly Pick<Participant, 'id' | 'link' | 'isMuted'>[]>;
  readonly quality: Pick<QualityServices, 'record' | 'on'>;
  readonly neighbours: readonly Neighbour[];
}

export const ConnectionModel = createModel((services: ConnectionServices) => {
  const { clock, state, participants, quality, neighbours } = services;
  const isOpen = signal(false);
  const record = signal(quality.record);
  const history = signal<History>(new Map());
  const plights = signal<Plights>(new Map());
  const alert = signal<Verdict | undefined>(undefined);
  let sightings: Sightings = new Map();

  function note(verdicts: readonly Verdict[]): void {
    sightings = noted(sightings, verdicts);
    alert.value = alertOf(sightings, clock.now());
  }

  function heed(findings: CallFindings): void {
    sightings = sightingsAfter(sightings, findings, clock.now());
    // Whoever looks at the panel sees it there.
    note(isOpen.peek() ? findings.verdicts : []);
  }

  function open(): void {
    for (const each of neighbours) if (each.isOpen.peek()) each.toggle();
    isOpen.value = true;
    note(record.peek().verdicts);
  }

  effect(() =>
    quality.on('changed', (next) => {
      record.value = next;
      history.value = historyAfter(history.peek(), next);
      plights.value = plightsAfter(plights.peek(), next.links, participants.peek());
      heed(next);
    }),
  );
  effect(() => {
    if (neighbours.some((each) => each.isOpen.value)) isOpen.value = false;
  });

  return {
    isOpen: computed(() => isOpen.value),
    /** What was measured last, and what is wrong with it; of whoever is not yet connected there is nothing. */
    record: computed(() => record.value),
    history: computed(() => history.value),
    /** What is to be said where nothing wrong is found. */
    calm: computed(() =>
      calmOf({ others: participants.value, plights: plights.value, call: state.value }),
    ),
    /** Whose connections deserve a sign, and how bad it is. */
    signs: computed(() => signsOf(record.value.verdicts)),
    /** What the person should be told of without having asked. */
    alert: computed(() => alert.value),

    noted: () => {
      const told = alert.peek();
      if (told) note([told]);
    },
    open,
    toggle: () => {
      if (isOpen.peek()) isOpen.value = false;
      else open();
    },
  };
});
export interface ConnectionModel extends InstanceType<typeof ConnectionModel> {}

/** The most serious comes first. */
function signsOf(verdicts: readonly Verdict[]): ReadonlyMap<Verdict['whose'], Verdict['severity']> {
  return new Map(
    verdicts
      .filter(isFault)
      .toReversed()
      .map(({ whose, severity }) => [whose, severity]),
  );
}
