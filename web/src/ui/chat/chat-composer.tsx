// Where one writes: Enter sends, Shift+Enter begins another line.
import { SendHorizontal } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { ChatModel } from '../../state/chat-model.ts';
import { useBorrowedFocus } from '../hooks/use-borrowed-focus.ts';
import { RoundButton } from '../parts/round-button.tsx';
import { callText } from '../text/call.ts';
import './chat-composer.css';

export interface ChatComposerProps {
  readonly chat: ChatModel;
  /** What else can be sent. */
  readonly children?: ComponentChildren;
}

export function ChatComposer({ chat, children }: ChatComposerProps) {
  const excess = chat.excess.value;
  return (
    <>
      <p class="chat-composer__excess" role="status">
        {excess > 0 && callText().chat.tooLong(excess)}
      </p>
      <div class="chat-composer">
        {children}
        <textarea
          ref={useBorrowedFocus()}
          class="chat-composer__field"
          aria-label={callText().chat.message}
          placeholder={callText().chat.message}
          rows={1}
          value={chat.draft.value}
          onInput={(event) => chat.setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            // While an input method composes, Enter only chooses among its suggestions.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            chat.send();
          }}
        />
        <RoundButton label={callText().chat.send} icon={SendHorizontal} onClick={chat.send} />
      </div>
    </>
  );
}
