// The check over the lobby, with the devices as they are there.
import { useModel } from '@preact/signals';
import type { CheckModel } from '../../state/check-model.ts';
import { lobbyCheck } from '../../state/lobby-check.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { CardDialog } from '../parts/card-dialog.tsx';
import { checkText } from '../text/check.ts';
import './check-dialog.css';
import { CheckPanel } from './check-panel.tsx';

export interface CheckDialogProps {
  readonly room: RoomModel;
  readonly onClose: () => void;
}

export function CheckDialog({ room, onClose }: CheckDialogProps) {
  const check = useModel<CheckModel>(() => lobbyCheck(room));
  return (
    <CardDialog
      class="check-dialog"
      heading={checkText().heading}
      close={checkText().close}
      onClose={onClose}
    >
      <CheckPanel check={check} media={room.media} />
    </CardDialog>
  );
}
