// What becomes of a visit: a sentence at its end, and a line among the recent calls of the home page.
import { type ReadonlySignal, computed, createModel, effect, signal } from '@preact/signals';
import type { CallState, EndReason } from '../engine/call-state.ts';
import type { RecentRooms } from './recent-rooms.ts';
import { type RoomLink, writeLink } from './room-link.ts';
import { type Visit, howItWent, namesOf, visitAfter } from './visit.ts';

export interface VisitServices {
  readonly link: RoomLink;
  readonly state: ReadonlySignal<CallState>;
  readonly recent: RecentRooms;
  timeOfDayMs(): number;
}

/** After these the link leads nowhere. */
const deadEnds = new Set<EndReason>(['removed', 'ended', 'unknownRoom']);

export const VisitModel = createModel((services: VisitServices) => {
  const { state, recent } = services;
  const link = writeLink(services.link);
  const visit = signal<Visit | undefined>(undefined);
  let kept: string | undefined;

  /** At once, not at the end: a tab that is closed tells of none. */
  function keep(now: Visit): void {
    const names = namesOf(now);
    const next = names.join('\n');
    if (next === kept) return;
    kept = next;
    recent.keep({ link, names, atMs: now.sinceMs });
  }

  effect(() => {
    const now = state.value;
    const next = visitAfter(visit.peek(), now, services.timeOfDayMs());
    visit.value = next;
    if (next) keep(next);
    if (now.phase === 'ended' && deadEnds.has(now.reason)) recent.forget(link);
  });

  return {
    /** Undefined unless this person was inside. */
    howItWent: computed(() => visit.value && howItWent(visit.value)),
  };
});
export interface VisitModel extends InstanceType<typeof VisitModel> {}
