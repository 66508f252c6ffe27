// Takes files that are dropped on the call or pasted into it.
import { useSignal } from '@preact/signals';
import { Paperclip } from 'lucide';
import type { RoomModel } from '../../state/room-model.ts';
import { useHandedFiles } from '../hooks/use-handed-files.ts';
import { Icon } from '../parts/icon.tsx';
import { callText } from '../text/call.ts';
import './file-drop.css';

export function FileDrop({ room: { chat, files, participants } }: { room: RoomModel }) {
  const isDragging = useSignal(false);
  const isAlone = participants.value.length === 0;
  const ref = useHandedFiles({
    onDragging: (isOver) => (isDragging.value = isOver),
    onFiles(handed) {
      if (isAlone) return;
      files.offer(handed);
      if (!chat.isOpen.peek()) chat.toggle();
    },
  });
  return (
    <div ref={ref} class="file-drop" hidden={!isDragging.value}>
      <p class="file-drop__sentence">
        <Icon icon={Paperclip} />
        {isAlone ? callText().files.dropAlone : callText().files.drop}
      </p>
    </div>
  );
}
