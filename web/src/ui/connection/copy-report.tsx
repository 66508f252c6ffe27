// Hands the report on: into the clipboard, or, where the browser does not let the page, to be copied by hand.
import { useSignal } from '@preact/signals';
import { Check, Copy } from 'lucide';
import { useClipboard } from '../hooks/use-clipboard.ts';
import { Button } from '../parts/button.tsx';
import { connectionText } from '../text/connection.ts';
import './copy-report.css';

export function CopyReport({ write }: { write: () => string }) {
  const text = connectionText();
  const clipboard = useClipboard();
  /** What can't be copied any other way. */
  const byHand = useSignal<string | undefined>(undefined);

  async function copy(): Promise<void> {
    const report = write();
    byHand.value = (await clipboard.copy(report)) ? undefined : report;
  }

  const isCopied = clipboard.outcome.value === 'copied';
  return (
    <div class="copy-report" onFocusOut={clipboard.forget}>
      <Button
        kind="quiet"
        label={isCopied ? text.copied : text.copy}
        icon={isCopied ? Check : Copy}
        onClick={() => void copy()}
      />
      <p class="copy-report__note" role="status">
        {isCopied && <span class="visually-hidden">{text.copied}</span>}
        {byHand.value === undefined ? text.aboutReport : text.byHand}
      </p>
      {byHand.value !== undefined && (
        <textarea
          ref={(field) => field?.select()}
          class="copy-report__field"
          aria-label={text.report}
          rows={6}
          value={byHand.value}
          readOnly
        />
      )}
    </div>
  );
}
