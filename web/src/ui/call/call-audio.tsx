// The sound of everyone, apart from the tiles, so that no change of layout interrupts it.
import { useSignal } from '@preact/signals';
import { VolumeX } from 'lucide';
import { Fragment } from 'preact';
import { useCallback, useRef } from 'preact/hooks';
import type { Participant } from '../../state/participant.ts';
import { Notice } from '../parts/notice.tsx';
import { TrackAudio } from '../parts/track-audio.tsx';
import { text } from '../text/index.ts';

export function CallAudio({ participants }: { participants: readonly Participant[] }) {
  const isBlocked = useSignal(false);
  const players = useRef<HTMLDivElement>(null);
  const onBlocked = useCallback(() => (isBlocked.value = true), [isBlocked]);

  function play(): void {
    isBlocked.value = false;
    for (const player of players.current?.querySelectorAll('audio') ?? []) {
      player.play().catch(onBlocked);
    }
  }

  return (
    <div ref={players}>
      {participants.map(({ id, microphone, screenAudio }) => (
        <Fragment key={id}>
          {microphone && <TrackAudio track={microphone} onBlocked={onBlocked} />}
          {screenAudio && <TrackAudio track={screenAudio} onBlocked={onBlocked} />}
        </Fragment>
      ))}
      {isBlocked.value && (
        <Notice
          icon={VolumeX}
          sentence={text.call.soundBlocked}
          action={{ label: text.call.turnSoundOn, onClick: play }}
        />
      )}
    </div>
  );
}
