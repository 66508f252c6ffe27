// What is said where no rule finds a fault, in words.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { Calm } from '../../state/calm.ts';
import type { ConnectionText } from '../text/connection.ts';

export interface ToldCalm {
  readonly sentence: string;
  /** Undefined where there is nothing to judge yet. */
  readonly advice: string | undefined;
}

export interface CalmTeller {
  readonly text: ConnectionText;
  /** Empty for whoever is only counted. */
  readonly nameOf: (id: PeerId) => string;
}

export function toldCalm(calm: Calm, { text, nameOf }: CalmTeller): ToldCalm {
  switch (calm.tag) {
    case 'alone':
    case 'measuring':
      return { sentence: text[calm.tag], advice: undefined };
    case 'fine':
    case 'serverless':
    case 'seatless':
    case 'unclear':
      return text.calms[calm.tag];
    case 'cutOff':
    case 'silent':
      return text.calms[calm.tag](calm.whom.map(nameOf));
    default:
      return calm satisfies never;
  }
}
