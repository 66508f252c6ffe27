// Somebody's picture, and the word to them how large it is seen here. It stands where their picture will be, too, so that
// they know it from the first frame on.
import { useMemo } from 'preact/hooks';
import type { PictureId } from '../../state/layout-model.ts';
import type { SightModel } from '../../state/sight-model.ts';
import { useShownSize } from '../hooks/use-shown-size.ts';
import { TrackVideo } from '../parts/track-video.tsx';
import './seen-video.css';

export interface SeenVideoProps {
  readonly sight: SightModel;
  readonly picture: PictureId;
  /** Null while there is nothing to see. */
  readonly track: MediaStreamTrack | null;
  readonly fit: 'cover' | 'contain';
}

export function SeenVideo({ sight, picture, track, fit }: SeenVideoProps) {
  const onShown = useMemo(() => sight.look(picture), [sight, picture]);
  return (
    <div ref={useShownSize(onShown)} class="seen-video">
      {/* While a connection is replaced the track is the old one's, which has ended: Chromium paints it black. */}
      {track?.readyState === 'live' && <TrackVideo track={track} fit={fit} />}
    </div>
  );
}
