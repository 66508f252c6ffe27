// A panel beside the call, or over it where there is no room beside: its head with a way out, and what is in it below.
import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useBorrowedFocus } from '../hooks/use-borrowed-focus.ts';
import { RoundButton } from './round-button.tsx';
import './side-panel.css';

export interface SidePanelProps {
  readonly heading: string;
  readonly close: string;
  /** The focus goes to what is in it by itself; else the heading has it, so that Tab leads on from there. */
  readonly hasOwnFocus?: boolean;
  readonly onClose: () => void;
  /** The first of them takes what height there is. */
  readonly children: ComponentChildren;
}

export function SidePanel(props: SidePanelProps) {
  const { heading, close, hasOwnFocus = false, onClose, children } = props;
  return (
    <aside
      class="side-panel"
      aria-label={heading}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="side-panel__head">
        {hasOwnFocus ? (
          <h2 class="side-panel__heading">{heading}</h2>
        ) : (
          <FocusedHeading heading={heading} />
        )}
        <RoundButton label={close} icon={X} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}

function FocusedHeading({ heading }: { heading: string }) {
  return (
    <h2 ref={useBorrowedFocus()} class="side-panel__heading" tabIndex={-1}>
      {heading}
    </h2>
  );
}
