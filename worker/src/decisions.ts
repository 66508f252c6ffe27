// What a room's hosts have decided: who comes in and how, who was turned out, and who is a host at all.
import * as v from 'valibot';
import { BrowserToken } from '../../protocol/credential.ts';
import { Policy } from '../../protocol/room.ts';

/** What is stored must not grow without end, and nobody removes or admits so many in one meeting. */
const maxBrowsers = 100;

export const Decisions = v.object({
  policy: Policy,
  /** How often the powers were handed over. Host tokens of a lower number are void. */
  handOvers: v.number(),
  /** Browsers that are turned away, the last one last. */
  removed: v.array(BrowserToken),
  /** Browsers that left while not everyone could come in: they may come back, as after a reload. */
  admitted: v.array(BrowserToken),
});
export type Decisions = Readonly<v.InferOutput<typeof Decisions>>;

export const nothingDecided: Decisions = {
  policy: { entry: 'open', isRelayOnly: false },
  handOvers: 0,
  removed: [],
  admitted: [],
};

export function isNothingDecided({ policy, handOvers, removed }: Decisions): boolean {
  return policy.entry === 'open' && !policy.isRelayOnly && handOvers === 0 && removed.length === 0;
}

/** The decisions with another policy. Where everyone may come in nobody has to be known again. */
export function withPolicy(decisions: Decisions, change: Partial<Policy>): Decisions {
  const policy = { ...decisions.policy, ...change };
  return { ...decisions, policy, admitted: policy.entry === 'open' ? [] : decisions.admitted };
}

/** The decisions with this browser as the one that was removed last; null is a browser that can't be known again. */
export function withRemoved(decisions: Decisions, browser: BrowserToken | null): Decisions {
  if (browser === null) return decisions;
  const admitted = decisions.admitted.filter((other) => other !== browser);
  return { ...decisions, removed: withLast(decisions.removed, browser), admitted };
}

/** The decisions once somebody of this browser has given a seat back. */
export function withAdmitted(decisions: Decisions, browser: BrowserToken | null): Decisions {
  if (browser === null || decisions.policy.entry === 'open') return decisions;
  return { ...decisions, admitted: withLast(decisions.admitted, browser) };
}

export function isAdmitted({ admitted }: Decisions, browser: BrowserToken | null): boolean {
  return browser !== null && admitted.includes(browser);
}

function withLast(browsers: readonly BrowserToken[], last: BrowserToken): BrowserToken[] {
  return [...browsers.filter((browser) => browser !== last), last].slice(-maxBrowsers);
}
