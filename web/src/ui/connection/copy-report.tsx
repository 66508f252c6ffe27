// Hands the report on: into the clipboard, or, where the browser does not let the page, to be copied by hand.
import { useSignal } from '@preact/signals';
import { Check, Copy } from 'lucide';
import { Button } from '../parts/button.tsx';
import { connectionText } from '../text/connection.ts';
import './copy-report.css';

export function CopyReport({ write }: { write: () => string }) {
  const text = connectionText();
  const copied = useSignal(false);
  /** What can't be copied any other way. */
  const byHand = useSignal<string | undefined>(undefined);

  async function copy(): Promise<void> {
    const report = write();
    try {
      await navigator.clipboard.writeText(report);
      copied.value = true;
      byHand.value = undefined;
    } catch {
      byHand.value = report;
    }
  }

  return (
    <div class="copy-report" onFocusOut={() => (copied.value = false)}>
      <Button
        kind="quiet"
        label={copied.value ? text.copied : text.copy}
        icon={copied.value ? Check : Copy}
        onClick={() => void copy()}
      />
      <p class="copy-report__note" role="status">
        {copied.value && <span class="visually-hidden">{text.copied}</span>}
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
