// What is said in writing, beside the call or over it where there is no room beside.
import type { RoomModel } from '../../state/room-model.ts';
import { AttachButton } from '../files/attach-button.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { callText } from '../text/call.ts';
import { ChatComposer } from './chat-composer.tsx';
import { ChatLog } from './chat-log.tsx';

export function ChatPanel({ room }: { room: RoomModel }) {
  const { chat, files, participants } = room;
  return (
    <SidePanel
      heading={callText().chat.heading}
      close={callText().chat.close}
      hasOwnFocus
      onClose={chat.toggle}
    >
      <ChatLog chat={chat} files={files} />
      <ChatComposer chat={chat}>
        {participants.value.length > 0 && <AttachButton files={files} />}
      </ChatComposer>
    </SidePanel>
  );
}
