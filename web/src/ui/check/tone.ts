// How good a finding is, for its icon and its colour.
import type { RelayFinding } from '../../engine/check/judge-relay.ts';
import type { NetworkConclusion } from '../../engine/check/conclusion.ts';
import type { DeviceStep, SpeakerStep } from '../../state/check-steps.ts';

/** `idle`: there is nothing to judge, or not yet. */
export type Tone = 'good' | 'fair' | 'bad' | 'running' | 'idle';

export function networkTone(conclusion: NetworkConclusion): Tone {
  switch (conclusion.tag) {
    case 'good':
    case 'spare-blocked':
      return 'good';
    case 'no-relay':
      return conclusion.direct === 'shut' ? 'bad' : 'fair';
    case 'udp-blocked':
    case 'down':
    case 'poor':
      return 'fair';
    case 'server':
    case 'refused':
    case 'full':
    case 'broken':
    case 'closed':
    case 'blocked':
      return 'bad';
    default:
      return conclusion satisfies never;
  }
}

export function relayTone({ outcome, grades }: RelayFinding): Tone {
  if (outcome !== 'works') return 'bad';
  return grades.length > 0 ? 'fair' : 'good';
}

export function deviceTone({ at }: DeviceStep): Tone {
  switch (at) {
    case 'off':
      return 'idle';
    case 'starting':
    case 'listening':
      return 'running';
    case 'trouble':
      return 'bad';
    case 'works':
      return 'good';
    default:
      return at satisfies never;
  }
}

export function speakerTone(step: SpeakerStep): Tone {
  switch (step) {
    case 'unplayed':
    case 'asking':
      return 'idle';
    case 'playing':
      return 'running';
    case 'heard':
      return 'good';
    case 'unheard':
    case 'failed':
      return 'bad';
    default:
      return step satisfies never;
  }
}
