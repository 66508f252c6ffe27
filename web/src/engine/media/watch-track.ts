// What the system does to a track that is on: it takes the device away, or silences it for a while.
import type { Clock } from '../environment.ts';

/** A camera may give nothing for a moment as it starts, and a phone as it turns; more than that is worth a word. */
const silenceMs = 2_500;

export interface TrackWatcher {
  readonly clock: Clock;
  /** The device is gone. Our own stop() does not count. */
  readonly onEnded: () => void;
  /** A privacy switch, a phone call, a closed lid: the track is on and gives nothing; or it gives something again. */
  readonly onSilence: (isSilenced: boolean) => void;
}

/** Watches until the track ends or the returned function is called. */
export function watchTrack(track: MediaStreamTrack, watcher: TrackWatcher): () => void {
  const { clock, onEnded, onSilence } = watcher;
  const listening = new AbortController();
  const { signal } = listening;
  let cancel = () => {};

  function stop(): void {
    cancel();
    listening.abort();
  }
  function onMute(): void {
    cancel();
    cancel = clock.after(silenceMs, () => onSilence(true));
  }
  function onUnmute(): void {
    cancel();
    onSilence(false);
  }

  track.addEventListener('mute', onMute, { signal });
  track.addEventListener('unmute', onUnmute, { signal });
  track.addEventListener(
    'ended',
    () => {
      stop();
      onEnded();
    },
    { signal },
  );
  if (track.muted) onMute();
  return stop;
}
