// What each key does: the same list that the keys work by.
import { X } from 'lucide';
import { useId } from 'preact/hooks';
import { useModal } from '../hooks/use-modal.ts';
import { RoundButton } from '../parts/round-button.tsx';
import type { Shortcut } from '../parts/shortcut.ts';
import { callText } from '../text/call.ts';
import './help-sheet.css';

export interface HelpSheetProps {
  readonly shortcuts: readonly Shortcut[];
  /** Whether they do anything: all can be turned off but those that write nothing. */
  readonly hasKeys: boolean;
  readonly onClose: () => void;
}

export function HelpSheet({ shortcuts, hasKeys, onClose }: HelpSheetProps) {
  const id = useId();
  return (
    <dialog
      ref={useModal()}
      class="help-sheet"
      aria-labelledby={id}
      onClose={onClose}
      onClick={({ target, currentTarget }) => {
        // What is clicked beside a dialog is the dialog, to the browser.
        if (target === currentTarget) onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (hasKeys && event.key === '?') onClose();
      }}
    >
      <div class="help-sheet__content">
        <header class="help-sheet__head">
          <h2 id={id} class="help-sheet__heading">
            {callText().help.heading}
          </h2>
          <RoundButton label={callText().help.close} icon={X} onClick={onClose} />
        </header>
        {!hasKeys && <p class="help-sheet__off">{callText().help.off}</p>}
        <dl class="help-sheet__keys">
          {shortcuts.map(({ name, key }) => (
            <div key={name} class="help-sheet__row">
              <dt>{callText().help.keys[name]}</dt>
              <dd>
                <kbd>{keyName(key)}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </dialog>
  );
}

/** As it is printed on the key. */
function keyName(key: string): string {
  if (key === ' ') return callText().help.space;
  return key === 'escape' ? callText().help.escape : key.toUpperCase();
}
