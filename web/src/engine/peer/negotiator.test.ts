import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { NegotiatingPair } from '../testing/negotiating-pair.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { Negotiator } from './negotiator.ts';

const games = 4_000;
const restartsPerGame = 4;
const firstSeed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

async function play(NegotiatorClass: typeof Negotiator, seed: number): Promise<string[]> {
  const pair = new NegotiatingPair(NegotiatorClass, seededRandom(seed), setImmediate);
  await pair.play(restartsPerGame);
  return pair.disagreements();
}

/** Plays games until one ends in disagreement; says how. */
async function findDisagreement(NegotiatorClass: typeof Negotiator): Promise<string | undefined> {
  for (let seed = firstSeed; seed < firstSeed + games; seed += 1) {
    const disagreements = await play(NegotiatorClass, seed);
    if (disagreements.length > 0) return `SEED=${seed}: ${disagreements.join('; ')}`;
  }
  return undefined;
}

test(`[N2] ${games} interleavings with glare all end in agreement (SEED=${firstSeed})`, async () => {
  expect(await findDisagreement(Negotiator)).toBeUndefined();
}, 60_000);

test.each([
  ['makingOffer', 'this.#makingOffer = true;', ''],
  ['ignoreOffer', 'const isOfIgnoredOffer = this.#ignoreOffer;', 'const isOfIgnoredOffer = false;'],
  ['ignoreOffer, for offers', 'if (this.#ignoreOffer) return;', ''],
  ['isSettingRemoteAnswerPending', "= description.type === 'answer';", '= false;'],
  ['ignoreOffer as it was on arrival', 'if (!isOfIgnoredOffer)', 'if (!this.#ignoreOffer)'],
  ['politeness', '!polite && isOfferCollision', 'isOfferCollision'],
])(
  '[N2] without %s some interleaving ends in disagreement',
  async (_flag, code, broken) => {
    expect(await findDisagreement(await mutant(code, broken))).toBeDefined();
  },
  60_000,
);

/** The negotiator with one piece of its code replaced. */
async function mutant(code: string, broken: string): Promise<typeof Negotiator> {
  const source = await readFile(new URL('negotiator.ts', import.meta.url), 'utf8');
  if (!source.includes(code)) throw new Error(`negotiator.ts no longer contains ${code}`);
  const javascript = stripTypeScriptTypes(source.replace(code, broken));
  const module = await import(`data:text/javascript,${encodeURIComponent(javascript)}`);
  return (module as { Negotiator: typeof Negotiator }).Negotiator;
}
