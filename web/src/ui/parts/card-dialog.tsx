// A card over the page, until it is closed. Its head stays while the rest scrolls.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useModal } from '../hooks/use-modal.ts';
import './card-dialog.css';
import { CloseButton } from './close-button.tsx';

export interface CardDialogProps {
  readonly heading: string;
  readonly close: string;
  /** Names what is special about its looks. */
  readonly class: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function CardDialog(props: CardDialogProps) {
  const { heading, close, onClose, children } = props;
  const id = useId();
  return (
    <dialog
      ref={useModal()}
      class={`card-dialog ${props.class}`}
      aria-labelledby={id}
      onClose={onClose}
      // The keys that do something around it do nothing while it is open.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header class="card-dialog__head">
        <h2 id={id} class="card-dialog__heading">
          {heading}
        </h2>
        <CloseButton label={close} onClick={onClose} />
      </header>
      <div class="card-dialog__body">{children}</div>
    </dialog>
  );
}
