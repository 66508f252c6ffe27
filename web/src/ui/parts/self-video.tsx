// This person's own camera, as in a mirror if they like.
import type { MediaModel } from '../../state/media-model.ts';
import { TrackVideo } from './track-video.tsx';

export interface SelfVideoProps {
  readonly media: MediaModel;
  readonly track: MediaStreamTrack;
}

export function SelfVideo({ media, track }: SelfVideoProps) {
  return <TrackVideo track={track} fit="cover" isMirrored={media.settings.isMirrored.value} />;
}
