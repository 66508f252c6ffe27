// How good a finding is, for its icon and its colour.
import type { RelayFinding } from '../../engine/check/judge-relay.ts';
import type { Conclusion } from '../../engine/check/conclusion.ts';
import type { DeviceStep, SpeakerStep } from '../../state/check-steps.ts';

/** `idle`: there is nothing to judge, or not yet. */
export type Tone = 'good' | 'fair' | 'bad' | 'running' | 'idle';

export function conclusionTone({ tag }: Conclusion): Tone {
  switch (tag) {
    case 'good':
    case 'spare-blocked':
      return 'good';
    case 'udp-blocked':
    case 'no-relay':
    case 'down':
    case 'poor':
    case 'device':
      return 'fair';
    case 'server':
    case 'refused':
    case 'full':
    case 'broken':
    case 'closed':
    case 'blocked':
      return 'bad';
    default:
      return tag satisfies never;
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
