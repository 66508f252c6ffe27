// The sound of one track, on the speaker the person chose. It draws nothing.
import type { ReadonlySignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { type OnHeldBack, useMediaTrack } from '../hooks/use-media-track.ts';
import { useSpeaker } from '../hooks/use-speaker.ts';

export interface TrackAudioProps {
  readonly track: MediaStreamTrack;
  readonly speakerId: ReadonlySignal<string>;
  readonly onHeldBack: OnHeldBack;
}

export function TrackAudio({ track, speakerId, onHeldBack }: TrackAudioProps) {
  const playing = useMediaTrack(track, onHeldBack);
  const speaker = useSpeaker(speakerId);
  const ref = useCallback(
    (element: HTMLMediaElement | null) => {
      const stops = [speaker(element), playing(element)];
      return () => {
        for (const stop of stops) stop?.();
      };
    },
    [speaker, playing],
  );
  return <audio ref={ref} autoplay />;
}
