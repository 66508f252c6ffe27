// The sound of one track. It draws nothing.
import { useMediaTrack } from '../hooks/use-media-track.ts';

export interface TrackAudioProps {
  readonly track: MediaStreamTrack;
  /** The browser wants a click before it plays sound. */
  readonly onBlocked: () => void;
}

export function TrackAudio({ track, onBlocked }: TrackAudioProps) {
  return <audio ref={useMediaTrack(track, onBlocked)} autoplay />;
}
