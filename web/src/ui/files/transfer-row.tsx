// One transfer under way or over: how it stands, and what can be done about it.
import { CircleCheck, Pause, Play, X } from 'lucide';
import type { Progress } from '../../engine/files/shared-file.ts';
import { Icon } from '../parts/icon.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { callText } from '../text/call.ts';
import { type StatusOptions, transferStatus } from './transfer-status.ts';
import './transfer-row.css';

export interface TransferRowProps extends StatusOptions {
  /** The file, or the receiver: what tells this one from the others. */
  readonly label: string;
  /** Before how it stands. */
  readonly heading?: string;
  readonly onPause: (isPaused: boolean) => void;
  readonly onEnd: () => void;
}

export function TransferRow(props: TransferRowProps) {
  const { progress, size, label, heading } = props;
  const status = transferStatus(props);
  const isRunning = progress.at === 'running';
  if (status === '') return null;
  const isOpen = isRunning || (progress.at === 'offered' && props.direction === 'sent');
  return (
    <div class="transfer-row">
      <div class="transfer-row__words">
        {heading !== undefined && <bdi class="transfer-row__heading">{heading}</bdi>}
        {/* What changes twice a second is not read out; how it ends is. */}
        <p class="transfer-row__status" aria-live={isRunning ? 'off' : 'polite'}>
          {progress.at === 'done' && <Icon icon={CircleCheck} />}
          {status}
        </p>
      </div>
      {isOpen && <Actions {...props} />}
      {isRunning && (
        <progress
          class="transfer-row__bar"
          aria-label={callText().files.progressOf(label)}
          value={progress.bytes}
          max={Math.max(size, 1)}
        />
      )}
    </div>
  );
}

function Actions({ progress, label, onPause, onEnd }: TransferRowProps) {
  const { files } = callText();
  const isPaused = isPausedHere(progress);
  const pause = files.of(isPaused ? files.goOn : files.pause, label);
  return (
    <div class="transfer-row__actions">
      {progress.at === 'running' && (
        <RoundButton
          label={pause}
          icon={isPaused ? Play : Pause}
          onClick={() => onPause(!isPaused)}
        />
      )}
      <RoundButton label={files.of(files.cancel, label)} icon={X} onClick={onEnd} />
    </div>
  );
}

function isPausedHere(progress: Progress): boolean {
  return progress.at === 'running' && progress.isPausedHere;
}
