// What is said in writing, beside the call or over it where there is no room beside.
import { X } from 'lucide';
import type { RoomModel } from '../../state/room-model.ts';
import { AttachButton } from '../files/attach-button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { text } from '../text/index.ts';
import { ChatComposer } from './chat-composer.tsx';
import { ChatLog } from './chat-log.tsx';
import './chat-panel.css';

export function ChatPanel({ room }: { room: RoomModel }) {
  const { chat, files, participants } = room;
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
      <ChatLog chat={chat} files={files} />
      <ChatComposer chat={chat}>
        {participants.value.length > 0 && <AttachButton files={files} />}
      </ChatComposer>
    </aside>
  );
}
