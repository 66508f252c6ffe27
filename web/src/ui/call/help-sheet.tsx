// What each key does: the same list that the keys work by.
import { X } from 'lucide';
import { useId } from 'preact/hooks';
import { useModal } from '../hooks/use-modal.ts';
import { RoundButton } from '../parts/round-button.tsx';
import type { Shortcut } from '../parts/shortcut.ts';
import { text } from '../text/index.ts';
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
            {text.help.heading}
          </h2>
          <RoundButton label={text.help.close} icon={X} onClick={onClose} />
        </header>
        {!hasKeys && <p class="help-sheet__off">{text.help.off}</p>}
        <dl class="help-sheet__keys">
          {shortcuts.map(({ name, key }) => (
            <div key={name} class="help-sheet__row">
              <dt>{text.help.keys[name]}</dt>
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
  if (key === ' ') return text.help.space;
  return key === 'escape' ? text.help.escape : key.toUpperCase();
}
