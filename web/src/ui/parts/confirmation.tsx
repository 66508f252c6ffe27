// A question before something that can't be taken back. Escape is a no.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useModal } from '../hooks/use-modal.ts';
import { callText } from '../text/call.ts';
import { Button } from './button.tsx';
import './confirmation.css';

export interface ConfirmationProps {
  readonly heading: string;
  readonly sentence: string;
  /** The answer that does it. */
  readonly confirm: string;
  /** Whether it takes nothing away from anyone. */
  readonly isHarmless?: boolean;
  /** Whether it can't be done for the moment. */
  readonly isDisabled?: boolean;
  /** What else there is to decide. */
  readonly children?: ComponentChildren;
  readonly onConfirm: () => void;
  /** Told after either answer. */
  readonly onClose: () => void;
}

export function Confirmation(props: ConfirmationProps) {
  const { heading, sentence, confirm, isHarmless, isDisabled, children, onConfirm, onClose } =
    props;
  const id = useId();
  return (
    <dialog
      ref={useModal()}
      class="confirmation"
      aria-labelledby={`${id}heading`}
      aria-describedby={`${id}sentence`}
      onClose={onClose}
      // The keys that do something around it do nothing while it asks.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={`${id}heading`} class="confirmation__heading">
        {heading}
      </h2>
      <p id={`${id}sentence`} class="confirmation__sentence">
        {sentence}
      </p>
      {children}
      <div class="confirmation__actions">
        <Button kind="quiet" label={callText().host.cancel} onClick={onClose} />
        <Button
          kind={isHarmless ? 'primary' : 'danger'}
          label={confirm}
          isDisabled={isDisabled ?? false}
          onClick={() => {
            onConfirm();
            onClose();
          }}
        />
      </div>
    </dialog>
  );
}
