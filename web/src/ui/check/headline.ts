// What all of it comes to, for the screen and the report: one thing first, the more serious one, and another beside it.
import type { Conclusion } from '../../engine/check/conclusion.ts';
import { checkText } from '../text/check.ts';
import type { Advice } from '../text/en/check.ts';
import { networkAdvice } from './sentences.ts';
import { type Tone, networkTone } from './tone.ts';

export interface Headline {
  /** Of what is said first. */
  readonly tone: Tone;
  readonly first: Advice;
  readonly beside: Advice | undefined;
}

/** Undefined while there is none. */
export function headlineOf(conclusion: Conclusion | undefined): Headline {
  if (!conclusion) return { tone: 'running', first: checkText().running, beside: undefined };
  const { network, devices } = conclusion;
  const tone = networkTone(network);
  const ofNetwork = networkAdvice(network);
  if (!devices) return { tone, first: ofNetwork, beside: undefined };
  const ofDevices = checkText().devices(devices, tone === 'good');
  switch (tone) {
    case 'good':
      return { tone: 'bad', first: ofDevices, beside: undefined };
    case 'bad':
      return { tone, first: ofNetwork, beside: ofDevices };
    default:
      return { tone: 'bad', first: ofDevices, beside: ofNetwork };
  }
}
