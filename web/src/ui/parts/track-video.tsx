// Moving pictures of one track, without sound.
import { useSignal } from '@preact/signals';
import { useMediaTrack } from '../hooks/use-media-track.ts';
import './track-video.css';

export interface TrackVideoProps {
  readonly track: MediaStreamTrack;
  /** `cover` fills the frame and crops; `contain` shows all of it. */
  readonly fit: 'cover' | 'contain';
  readonly isMirrored?: boolean;
}

export function TrackVideo({ track, fit, isMirrored = false }: TrackVideoProps) {
  const isUpright = useSignal(false);
  const isBlank = useSignal(true);
  const blank = isBlank.value ? 'track-video--blank' : '';
  const upright = isUpright.value ? 'track-video--upright' : '';
  const mirrored = isMirrored ? 'track-video--mirrored' : '';
  return (
    <video
      ref={useMediaTrack(track)}
      class={`track-video track-video--${fit} ${blank} ${upright} ${mirrored}`}
      autoplay
      muted
      playsInline
      onLoadedData={() => (isBlank.value = false)}
      onEmptied={() => (isBlank.value = true)}
      onResize={({ currentTarget }) => {
        isUpright.value = currentTarget.videoHeight > currentTarget.videoWidth;
      }}
    />
  );
}
