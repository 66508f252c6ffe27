// Sound through the speaker the person chose, in browsers that let a page choose (Chromium; Firefox since 116).
import { type ReadonlySignal, effect } from '@preact/signals';
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

export function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype;
}

/** For an <audio> that goes on playing as the speaker changes. */
export function useSpeaker(speakerId: ReadonlySignal<string>): RefCallback<HTMLMediaElement> {
  return useCallback(
    (element) => {
      if (!element || !canChooseSpeaker()) return undefined;
      return effect(() => {
        // One that went away this moment: where the sound goes then is told as soon as devices are listed again.
        if (element.sinkId !== speakerId.value)
          element.setSinkId(speakerId.value).catch(() => undefined);
      });
    },
    [speakerId],
  );
}
