// The link to the call, with ways to hand it on.
import { useSignal } from '@preact/signals';
import { Check, Copy, QrCode as QrIcon, Share } from 'lucide';
import { useRef } from 'preact/hooks';
import { useClipboard } from '../hooks/use-clipboard.ts';
import { callText } from '../text/call.ts';
import { Button } from './button.tsx';
import './invite-link.css';
import { lazily } from './lazily.tsx';
import { RoundButton } from './round-button.tsx';

const QrCode = lazily(async () => (await import('./qr-code.tsx')).QrCode);

export function InviteLink({ link }: { link: string }) {
  const clipboard = useClipboard();
  const isCodeShown = useSignal(false);
  const field = useRef<HTMLInputElement>(null);

  async function copy(): Promise<void> {
    if (!(await clipboard.copy(link))) field.current?.select();
  }

  const isCopied = clipboard.outcome.value === 'copied';
  return (
    <div
      class="invite-link"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const staysInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!staysInside) clipboard.forget();
      }}
    >
      <input
        ref={field}
        class="invite-link__field"
        aria-label={callText().invite.link}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="invite-link__actions">
        <Button
          label={isCopied ? callText().invite.copied : callText().invite.copy}
          icon={isCopied ? Check : Copy}
          onClick={() => void copy()}
        />
        {'share' in navigator && (
          <Button
            kind="quiet"
            label={callText().invite.share}
            icon={Share}
            onClick={() => share(link)}
          />
        )}
        <RoundButton
          label={callText().invite.qr}
          icon={QrIcon}
          tone={isCodeShown.value ? 'active' : 'plain'}
          isExpanded={isCodeShown.value}
          onClick={() => (isCodeShown.value = !isCodeShown.peek())}
        />
      </div>
      {isCodeShown.value && <QrCode text={link} label={callText().invite.qrOfLink} />}
      <p class="invite-link__by-hand" role="status">
        {clipboard.outcome.value === 'failed' && callText().invite.byHand}
      </p>
    </div>
  );
}

function share(url: string): void {
  // It rejects when the person closes the sheet, which is an answer and not a failure.
  navigator.share({ url }).catch(() => undefined);
}
