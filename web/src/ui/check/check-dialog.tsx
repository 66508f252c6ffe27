// The check over the lobby, with the devices as they are there.
import { useModel } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { CheckModel } from '../../state/check-model.ts';
import { lobbyCheck } from '../../state/lobby-check.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { useModal } from '../hooks/use-modal.ts';
import { CloseButton } from '../parts/close-button.tsx';
import { checkText } from '../text/check.ts';
import './check-dialog.css';
import { CheckPanel } from './check-panel.tsx';

export interface CheckDialogProps {
  readonly room: RoomModel;
  readonly onClose: () => void;
}

export function CheckDialog({ room, onClose }: CheckDialogProps) {
  const check = useModel<CheckModel>(() => lobbyCheck(room));
  const id = useId();
  return (
    <dialog
      ref={useModal()}
      class="check-dialog"
      aria-labelledby={id}
      onClose={onClose}
      // The keys that do something around it do nothing while it is open.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header class="check-dialog__head">
        <h2 id={id} class="check-dialog__heading">
          {checkText().heading}
        </h2>
        <CloseButton label={checkText().close} onClick={onClose} />
      </header>
      <div class="check-dialog__body">
        <CheckPanel check={check} media={room.media} />
      </div>
    </dialog>
  );
}
