// The sound of everyone, apart from the tiles, so that no change of layout interrupts it.
import { useSignal } from '@preact/signals';
import { VolumeX } from 'lucide';
import { Fragment } from 'preact';
import { useCallback } from 'preact/hooks';
import type { Participant } from '../../state/participant.ts';
import type { SpeakerModel } from '../../state/speaker-model.ts';
import type { OnHeldBack } from '../hooks/use-media-track.ts';
import { Notice } from '../parts/notice.tsx';
import { TrackAudio } from '../parts/track-audio.tsx';
import { callText } from '../text/call.ts';

export interface CallAudioProps {
  readonly participants: readonly Participant[];
  readonly speaker: SpeakerModel;
}

export function CallAudio({ participants, speaker }: CallAudioProps) {
  const heldBack = useSignal<ReadonlySet<HTMLMediaElement>>(new Set());
  const onHeldBack = useCallback<OnHeldBack>(
    (player, isHeldBack) => {
      const old = heldBack.peek();
      if (old.has(player) === isHeldBack) return;
      heldBack.value = new Set(
        isHeldBack ? [...old, player] : [...old].filter((other) => other !== player),
      );
    },
    [heldBack],
  );
  const playing = { speakerId: speaker.id, onHeldBack };

  return (
    <>
      {participants.map(({ id, microphone, screenAudio }) => (
        <Fragment key={id}>
          {microphone && <TrackAudio track={microphone} {...playing} />}
          {screenAudio && <TrackAudio track={screenAudio} {...playing} />}
        </Fragment>
      ))}
      {heldBack.value.size > 0 && (
        <Notice
          icon={VolumeX}
          sentence={callText().soundBlocked}
          // Any click plays what is held back; this is one to aim at.
          actions={[{ label: callText().turnSoundOn, onClick: () => undefined }]}
        />
      )}
    </>
  );
}
