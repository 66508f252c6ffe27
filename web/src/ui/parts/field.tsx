// A line of text to fill in, with its label above.
import { useId } from 'preact/hooks';
import { useArrivalFocus } from '../hooks/use-arrival-focus.ts';
import './field.css';

export interface FieldProps {
  readonly label: string;
  /** A quieter word beside the label. */
  readonly note?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autocomplete?: string;
  /** What is written is not shown. */
  readonly isSecret?: boolean;
  /** Writing begins here as soon as the page is there. */
  readonly takesFocus?: boolean;
  /** The id of the element that says what is wrong, when something is. */
  readonly problemId?: string | undefined;
  readonly onInput: (value: string) => void;
}

export function Field(props: FieldProps) {
  const { label, note, value, placeholder, maxLength, autocomplete = 'off', problemId } = props;
  const ref = useArrivalFocus(props.takesFocus ?? false);
  const id = useId();
  return (
    <div class="field">
      <span class="field__head">
        <label for={id}>{label}</label>
        {note && <span class="field__note">{note}</span>}
      </span>
      <input
        ref={ref}
        id={id}
        class="field__input"
        {...(props.isSecret && { type: 'password' })}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        autocomplete={autocomplete}
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}
