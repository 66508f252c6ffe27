// Something to turn on and off, with its label and a sentence about it.
import { useId } from 'preact/hooks';
import './switch.css';

export interface SwitchProps {
  readonly label: string;
  /** What it does, or why it can't be turned. */
  readonly note: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ label, note, isOn, isDisabled = false, onChange }: SwitchProps) {
  const noteId = useId();
  return (
    <div class="switch">
      <label class="switch__label">
        {label}
        <input
          type="checkbox"
          role="switch"
          class="switch__input"
          checked={isOn}
          disabled={isDisabled}
          aria-describedby={noteId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
      <p id={noteId} class="switch__note">
        {note}
      </p>
    </div>
  );
}
