// The one thing that helps against the cause of a bad call: what this person can do with a click, as long as there is any
// such thing left, else whatever else there is to do or to ask for.
import type { Verdict } from '../engine/quality/verdict.ts';
import type { DataUse } from './data-use.ts';

/** What a button can do. */
export type Remedy =
  | 'pause-sending'
  | 'pause-receiving'
  | 'camera-off'
  | 'stop-sharing'
  | 'save'
  | 'sound-only';

export type Help =
  | Remedy
  | 'better-network'
  | 'fewer-programs'
  | 'allow-udp'
  | 'theirs-less-video'
  | 'theirs-save'
  | 'theirs-fewer-programs'
  | 'theirs-allow-udp'
  | 'wait'
  | 'pauses';

export interface OwnUse {
  readonly isCameraOn: boolean;
  readonly isSharing: boolean;
  /** Of files: whether any goes out, or comes in, at the moment. */
  readonly isSendingFiles: boolean;
  readonly isReceivingFiles: boolean;
  readonly dataUse: DataUse;
}

export function helpFor(verdict: Verdict, own: OwnUse): Help {
  return verdict.whose === 'own' ? ownHelp(verdict, own) : theirHelp(verdict);
}

export function isRemedy(help: Help): help is Remedy {
  return remedies.has(help);
}

const remedies = new Set<Help>([
  'pause-sending',
  'pause-receiving',
  'camera-off',
  'stop-sharing',
  'save',
  'sound-only',
]);

function ownHelp({ cause }: Verdict, own: OwnUse): Help {
  switch (cause) {
    case 'processor':
      return sendLess(own) ?? receiveLess(own) ?? 'fewer-programs';
    case 'uplink':
      return own.isSendingFiles ? 'pause-sending' : (sendLess(own) ?? 'better-network');
    case 'downlink':
      return own.isReceivingFiles ? 'pause-receiving' : (receiveLess(own) ?? 'better-network');
    case 'tcp-relay':
      return 'allow-udp';
    case 'path':
      return 'wait';
    case 'distance':
      return 'pauses';
    default:
      return cause satisfies never;
  }
}

function theirHelp({ cause }: Verdict): Help {
  switch (cause) {
    case 'processor':
      return 'theirs-fewer-programs';
    case 'uplink':
      return 'theirs-less-video';
    case 'downlink':
      return 'theirs-save';
    case 'tcp-relay':
      return 'theirs-allow-udp';
    case 'path':
      return 'wait';
    case 'distance':
      return 'pauses';
    default:
      return cause satisfies never;
  }
}

/** A face is missed less than what is shown. */
function sendLess({ isCameraOn, isSharing }: OwnUse): Remedy | undefined {
  if (isCameraOn) return 'camera-off';
  return isSharing ? 'stop-sharing' : undefined;
}

function receiveLess({ dataUse }: OwnUse): Remedy | undefined {
  if (dataUse === 'full') return 'save';
  return dataUse === 'saver' ? 'sound-only' : undefined;
}
