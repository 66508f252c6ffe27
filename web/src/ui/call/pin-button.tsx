// Keeps a picture large, until it is pressed again.
import { Pin, PinOff } from 'lucide';
import { RoundButton } from '../parts/round-button.tsx';
import { text } from '../text/index.ts';

export interface PinButtonProps {
  /** What the picture is called. */
  readonly label: string;
  readonly isPinned: boolean;
  readonly onToggle: () => void;
}

export function PinButton({ label, isPinned, onToggle }: PinButtonProps) {
  return (
    <RoundButton
      label={isPinned ? text.view.unpin(label) : text.view.pin(label)}
      icon={isPinned ? PinOff : Pin}
      tone={isPinned ? 'active' : 'plain'}
      onClick={onToggle}
    />
  );
}
