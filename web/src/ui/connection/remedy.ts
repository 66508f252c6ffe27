// Does with a click what helps against the cause of a bad call.
import type { Remedy } from '../../state/help-for.ts';
import type { RoomModel } from '../../state/room-model.ts';

export async function applyRemedy(remedy: Remedy, { media, files }: RoomModel): Promise<void> {
  switch (remedy) {
    case 'pause-sending':
      return files.pauseAll('sent');
    case 'pause-receiving':
      return files.pauseAll('received');
    case 'camera-off':
      return media.toggleCamera();
    case 'stop-sharing':
      return media.toggleScreen();
    case 'save':
      return media.settings.dataUse.choose('saver');
    case 'sound-only':
      return media.settings.dataUse.choose('audio-only');
    default:
      return remedy satisfies never;
  }
}
