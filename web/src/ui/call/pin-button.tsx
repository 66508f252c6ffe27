// Keeps a picture large, until it is pressed again.
import { Pin, PinOff } from 'lucide';
import { RoundButton } from '../parts/round-button.tsx';
import { callText } from '../text/call.ts';

export interface PinButtonProps {
  /** What the picture is called. */
  readonly label: string;
  readonly isPinned: boolean;
  readonly onToggle: () => void;
}

export function PinButton({ label, isPinned, onToggle }: PinButtonProps) {
  return (
    <RoundButton
      label={isPinned ? callText().view.unpin(label) : callText().view.pin(label)}
      icon={isPinned ? PinOff : Pin}
      tone={isPinned ? 'active' : 'plain'}
      onClick={onToggle}
    />
  );
}
