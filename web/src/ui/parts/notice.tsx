// One sentence over the call, with what to do about it. What holds notices reads them aloud.
import { useSignal } from '@preact/signals';
import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useBequeathedFocus } from '../hooks/use-bequeathed-focus.ts';
import { callText } from '../text/call.ts';
import { Button } from './button.tsx';
import { CloseButton } from './close-button.tsx';
import { Icon } from './icon.tsx';
import './notice.css';

export interface NoticeAction {
  readonly label: string;
  readonly isPrimary?: boolean;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

export interface NoticeProps {
  readonly sentence: string;
  readonly icon: IconNode;
  readonly isWarning?: boolean;
  /** Somebody waits for an answer: no panel may hide it. */
  readonly isUrgent?: boolean;
  readonly actions?: readonly NoticeAction[];
  /** A notice that only tells can be put away. */
  readonly isDismissible?: boolean;
  readonly onDismiss?: () => void;
  /** Its sentence goes when it has been read; the icon and the actions stay. */
  readonly isBrief?: boolean;
  /** What there is to choose, before the actions. */
  readonly children?: ComponentChildren;
}

export function Notice(props: NoticeProps) {
  const { sentence, icon, actions, isDismissible } = props;
  const kinds = { warning: props.isWarning, urgent: props.isUrgent, brief: props.isBrief };
  const marks = Object.entries(kinds).map(([kind, is]) => (is ? `notice--${kind}` : ''));
  const isDismissed = useSignal(false);
  const ref = useBequeathedFocus();
  if (isDismissed.value) return null;
  return (
    <div ref={ref} class={`notice ${marks.join(' ')}`}>
      <Icon icon={icon} />
      <p class="notice__sentence">{sentence}</p>
      {props.children}
      {actions && (
        <div class="notice__actions">
          {actions.map(({ isPrimary, ...action }) => (
            <Button key={action.label} kind={isPrimary ? 'primary' : 'quiet'} {...action} />
          ))}
        </div>
      )}
      {isDismissible && (
        <CloseButton
          label={callText().dismiss}
          onClick={() => {
            isDismissed.value = true;
            props.onDismiss?.();
          }}
        />
      )}
    </div>
  );
}
