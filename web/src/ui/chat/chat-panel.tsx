// What is said in writing, beside the call or over it where there is no room beside.
import { X } from 'lucide';
import type { ChatModel } from '../../state/chat-model.ts';
import { RoundButton } from '../parts/round-button.tsx';
import { text } from '../text/index.ts';
import { ChatComposer } from './chat-composer.tsx';
import { ChatLog } from './chat-log.tsx';
import './chat-panel.css';

export function ChatPanel({ chat }: { chat: ChatModel }) {
  return (
    <aside
      class="chat-panel"
      aria-label={text.chat.heading}
      onKeyDown={(event) => {
        if (event.key === 'Escape') chat.toggle();
      }}
    >
      <header class="chat-panel__head">
        <h2 class="chat-panel__heading">{text.chat.heading}</h2>
        <RoundButton label={text.chat.close} icon={X} onClick={chat.toggle} />
      </header>
      <ChatLog lines={chat.lines.value} />
      <ChatComposer chat={chat} />
    </aside>
  );
}
