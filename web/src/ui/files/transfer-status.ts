// How a transfer stands, in words.
import type { Progress } from '../../engine/files/shared-file.ts';
import { callText } from '../text/call.ts';

export interface StatusOptions {
  readonly progress: Progress;
  /** In bytes. */
  readonly size: number;
  /** Of the person at the other end. */
  readonly name: string;
  readonly direction: 'sent' | 'received';
}

export function transferStatus({ progress, size, name, direction }: StatusOptions): string {
  const { files } = callText();
  switch (progress.at) {
    case 'offered':
      if (progress.maxBytes !== undefined) return files.tooLarge(progress.maxBytes);
      return direction === 'sent' ? files.unanswered : '';
    case 'opening':
      return files.choosePlace;
    case 'running':
      return inPieces(files.amount(progress.bytes, size), ...movement(progress, { size, name }));
    case 'done':
      return direction === 'sent' ? files.delivered : files.received;
    case 'over': {
      const end = files.ends[progress.why];
      return progress.isOwnDoing ? end.own : end.of(name);
    }
    default:
      return progress satisfies never;
  }
}

type Running = Extract<Progress, { at: 'running' }>;

function movement(
  progress: Running,
  { size, name }: Pick<StatusOptions, 'size' | 'name'>,
): string[] {
  const { files } = callText();
  const { bytes, bytesPerSecond, isPausedHere, isPausedThere } = progress;
  if (isPausedHere) return [files.paused];
  if (isPausedThere) return [files.pausedBy(name)];
  if (bytesPerSecond === 0) return [files.stalled];
  if (bytesPerSecond === undefined) return [];
  return [files.speed(bytesPerSecond), files.left((size - bytes) / bytesPerSecond)];
}

/** One after the other, each in one line where it has room. */
function inPieces(...pieces: readonly string[]): string {
  return pieces.map((piece) => piece.replaceAll(' ', '\u00A0')).join('\u00A0· ');
}
