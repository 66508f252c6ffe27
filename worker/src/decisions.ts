// What a room's hosts have decided: who comes in and how, who was turned out, and who is a host at all.
import * as v from 'valibot';
import { BrowserToken } from '../../protocol/credential.ts';
import { Policy } from '../../protocol/room.ts';

/** What is stored must not grow without end, and nobody removes so many from one meeting. */
const maxRemoved = 100;

export const Decisions = v.object({
  policy: Policy,
  /** How often the powers were handed over. Host tokens of a lower number are void. */
  handOvers: v.number(),
  /** Browsers that are turned away, the last one last. */
  removed: v.array(BrowserToken),
});
export type Decisions = Readonly<v.InferOutput<typeof Decisions>>;

export const nothingDecided: Decisions = {
  policy: { entry: 'open', isRelayOnly: false },
  handOvers: 0,
  removed: [],
};

export function isNothingDecided({ policy, handOvers, removed }: Decisions): boolean {
  return policy.entry === 'open' && !policy.isRelayOnly && handOvers === 0 && removed.length === 0;
}

export function withPolicy(decisions: Decisions, change: Partial<Policy>): Decisions {
  return { ...decisions, policy: { ...decisions.policy, ...change } };
}

/** The decisions with this browser as the one that was removed last; null is a browser that can't be known again. */
export function withRemoved(decisions: Decisions, browser: BrowserToken | null): Decisions {
  if (browser === null) return decisions;
  const others = decisions.removed.filter((removed) => removed !== browser);
  return { ...decisions, removed: [...others, browser].slice(-maxRemoved) };
}
