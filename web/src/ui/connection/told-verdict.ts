// A verdict in words: what is wrong and whose it is, and the one thing that helps.
import type { Verdict } from '../../engine/quality/verdict.ts';
import { type Help, type OwnUse, helpFor } from '../../state/help-for.ts';
import type { ConnectionText } from '../text/connection.ts';

export interface ToldVerdict {
  readonly sentence: string;
  readonly advice: string;
  readonly help: Help;
}

export interface Teller {
  readonly own: OwnUse;
  readonly text: ConnectionText;
  /** What someone is called in a sentence. */
  readonly nameOf: (id: Verdict['whose']) => string;
}

export function toldVerdict(verdict: Verdict, { own, text, nameOf }: Teller): ToldVerdict {
  const help = helpFor(verdict, own);
  const sentences = text.verdicts[verdict.cause];
  const sentence =
    verdict.whose === 'own' ? sentences.own : sentences.theirs(nameOf(verdict.whose));
  return { sentence, advice: text.helps[help], help };
}
