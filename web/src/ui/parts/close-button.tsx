// Puts away what it stands on.
import { X } from 'lucide';
import { Icon } from './icon.tsx';
import './close-button.css';

export function CloseButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="close-button" aria-label={label} onClick={onClick}>
      <Icon icon={X} />
    </button>
  );
}
