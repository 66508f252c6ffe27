// The sound of one track. It draws nothing.
import { type OnHeldBack, useMediaTrack } from '../hooks/use-media-track.ts';

export interface TrackAudioProps {
  readonly track: MediaStreamTrack;
  readonly onHeldBack: OnHeldBack;
}

export function TrackAudio({ track, onHeldBack }: TrackAudioProps) {
  return <audio ref={useMediaTrack(track, onHeldBack)} autoplay />;
}
