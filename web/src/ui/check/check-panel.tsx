// Conclusion, steps and what one can do with them: the same on the page and in the lobby.
import { Check, Copy, RotateCw } from 'lucide';
import type { CheckModel } from '../../state/check-model.ts';
import type { MediaModel } from '../../state/media-model.ts';
import { useClipboard } from '../hooks/use-clipboard.ts';
import { DevicePickers } from '../lobby/device-pickers.tsx';
import { Button } from '../parts/button.tsx';
import { checkText } from '../text/check.ts';
import './check-panel.css';
import { CheckConclusion } from './check-conclusion.tsx';
import { DeviceRows } from './device-rows.tsx';
import { NetworkRows } from './network-rows.tsx';
import { reportOf } from './report.ts';

export interface CheckPanelProps {
  readonly check: CheckModel;
  readonly media: MediaModel;
}

export function CheckPanel({ check, media }: CheckPanelProps) {
  const clipboard = useClipboard();
  const isCopied = clipboard.outcome.value === 'copied';
  const conclusion = check.conclusion.value;

  function runAgain(): void {
    clipboard.forget();
    check.runAgain();
  }

  function copy(): void {
    const { network } = check;
    const report = reportOf({
      conclusion: check.conclusion.peek(),
      devices: check.devices.peek(),
      speaker: check.speaker.peek(),
      server: network.server.peek(),
      direct: network.direct.peek(),
      relays: network.relays.peek(),
      userAgent: navigator.userAgent,
      atMs: Date.now(),
    });
    void clipboard.copy(report);
  }

  return (
    <div class="check-panel">
      <CheckConclusion conclusion={conclusion} />
      <ul class="check-panel__steps" aria-label={checkText().steps}>
        <DeviceRows check={check} media={media} />
        <NetworkRows network={check.network} />
      </ul>
      <DevicePickers media={media} />
      <div class="check-panel__actions">
        <Button kind="quiet" icon={RotateCw} label={checkText().runAgain} onClick={runAgain} />
        <Button
          kind="quiet"
          icon={isCopied ? Check : Copy}
          label={isCopied ? checkText().copied : checkText().copy}
          isDisabled={conclusion === undefined}
          onClick={copy}
        />
      </div>
      <p class="check-panel__note">{checkText().reportHolds}</p>
      <p class="check-panel__problem" role="status">
        {clipboard.outcome.value === 'failed' && checkText().notCopied}
      </p>
    </div>
  );
}
