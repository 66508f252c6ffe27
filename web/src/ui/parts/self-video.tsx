// This person's own camera, as in a mirror.
import { TrackVideo } from './track-video.tsx';

export function SelfVideo({ track }: { track: MediaStreamTrack }) {
  // A phone's back camera shows the world, where a mirror would make writing unreadable.
  const isFacingOut = track.getSettings().facingMode === 'environment';
  return <TrackVideo track={track} fit="cover" isMirrored={!isFacingOut} />;
}
