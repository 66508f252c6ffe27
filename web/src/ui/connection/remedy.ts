// Does with a click what helps against the cause of a bad call.
import type { Remedy } from '../../state/help-for.ts';
import type { MediaModel } from '../../state/media-model.ts';

export function applyRemedy(remedy: Remedy, media: MediaModel): Promise<void> {
  switch (remedy) {
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
