// What this person sends and asks for at the moment, as far as they could do with less.
import type { OwnUse } from '../../state/help-for.ts';
import type { RoomModel } from '../../state/room-model.ts';

export function ownUse({ media, files, settings }: RoomModel): OwnUse {
  return {
    isCameraOn: media.picture.value !== null,
    isSharing: media.screen.value.at === 'on',
    isSendingFiles: files.isSending.value,
    isReceivingFiles: files.isReceiving.value,
    dataUse: settings.dataUse.chosen.value,
  };
}
