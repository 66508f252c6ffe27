// Only the person can tell whether a speaker works: they are played a sound, and asked.
import { Volume2 } from 'lucide';
import type { CheckModel } from '../../state/check-model.ts';
import type { SpeakerModel } from '../../state/speaker-model.ts';
import { useHandedFocus } from '../hooks/use-handed-focus.ts';
import { Button } from '../parts/button.tsx';
import { playTestSound } from '../settings/test-sound.ts';
import { checkText } from '../text/check.ts';
import { CheckRow } from './check-row.tsx';
import './speaker-row.css';
import { speakerTone } from './tone.ts';

export interface SpeakerRowProps {
  readonly check: CheckModel;
  readonly speaker: SpeakerModel;
}

export function SpeakerRow({ check, speaker }: SpeakerRowProps) {
  const step = check.speaker.value;
  const isAsking = step === 'asking';

  async function play(): Promise<void> {
    if (check.speaker.peek() === 'playing') return;
    check.setSpeaker('playing');
    try {
      await playTestSound(speaker.id.peek());
      check.setSpeaker('asking');
    } catch {
      check.setSpeaker('failed');
    }
  }

  return (
    <CheckRow
      name={checkText().speaker}
      tone={speakerTone(step)}
      sentence={checkText().speakerSteps[step]}
      isLive
    >
      <div key={isAsking} ref={useHandedFocus()} class="speaker-row__buttons">
        {isAsking ? (
          <>
            <Button label={checkText().heard} onClick={() => check.setSpeaker('heard')} />
            <Button
              kind="quiet"
              label={checkText().unheard}
              onClick={() => check.setSpeaker('unheard')}
            />
          </>
        ) : (
          <Button
            kind="quiet"
            icon={Volume2}
            label={step === 'unplayed' ? checkText().play : checkText().playAgain}
            onClick={() => void play()}
          />
        )}
      </div>
    </CheckRow>
  );
}
