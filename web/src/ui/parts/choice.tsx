// One of several things to tick: a checkbox, or a radio button of a group.
import { useId } from 'preact/hooks';
import './choice.css';

export interface ChoiceProps {
  readonly label: string;
  readonly note?: string;
  /** The name of the group of which it is the only one; without it, it is a checkbox. */
  readonly group?: string;
  readonly isChosen: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

export function Choice({ label, note, group, isChosen, isDisabled, onChange }: ChoiceProps) {
  const noteId = useId();
  return (
    <div class="choice">
      <label class="choice__label">
        <input
          type={group ? 'radio' : 'checkbox'}
          name={group}
          class="choice__input"
          checked={isChosen}
          disabled={isDisabled}
          aria-describedby={note ? noteId : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {note && (
        <p id={noteId} class="choice__note">
          {note}
        </p>
      )}
    </div>
  );
}
