// What this person sends and asks for at the moment, as far as they could do with less.
import type { OwnUse } from '../../state/help-for.ts';
import type { MediaModel } from '../../state/media-model.ts';

export function ownUse({ picture, screen, settings }: MediaModel): OwnUse {
  return {
    isCameraOn: picture.value !== null,
    isSharing: screen.value.at === 'on',
    dataUse: settings.dataUse.chosen.value,
  };
}
