// One sentence over the call, with at most one thing to do about it. What holds notices reads them aloud.
import { useSignal } from '@preact/signals';
import { type IconNode, X } from 'lucide';
import { text } from '../text/index.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './notice.css';

export interface NoticeProps {
  readonly sentence: string;
  readonly icon: IconNode;
  readonly isWarning?: boolean;
  readonly action?: { readonly label: string; readonly onClick: () => void };
  /** A notice that only tells can be put away. */
  readonly isDismissible?: boolean;
  /** Its sentence goes when it has been read; the icon and the action stay. */
  readonly isBrief?: boolean;
}

export function Notice({
  sentence,
  icon,
  isWarning = false,
  action,
  isDismissible = false,
  isBrief = false,
}: NoticeProps) {
  const isDismissed = useSignal(false);
  if (isDismissed.value) return null;
  return (
    <div class={`notice ${isWarning ? 'notice--warning' : ''} ${isBrief ? 'notice--brief' : ''}`}>
      <Icon icon={icon} />
      <p class="notice__sentence">{sentence}</p>
      {action && <Button kind="quiet" label={action.label} onClick={action.onClick} />}
      {isDismissible && (
        <button
          type="button"
          class="notice__dismiss"
          aria-label={text.call.dismiss}
          onClick={() => (isDismissed.value = true)}
        >
          <Icon icon={X} />
        </button>
      )}
    </div>
  );
}
