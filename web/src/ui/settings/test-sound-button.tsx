// Lets one hear whether the chosen speaker is the right one.
import { useSignal } from '@preact/signals';
import { Volume2 } from 'lucide';
import type { SpeakerModel } from '../../state/speaker-model.ts';
import { Button } from '../parts/button.tsx';
import { settingsText } from '../text/settings.ts';
import { playTestSound } from './test-sound.ts';

export function TestSoundButton({ speaker }: { speaker: SpeakerModel }) {
  const state = useSignal<'ready' | 'playing' | 'failed'>('ready');
  const isPlaying = state.value === 'playing';

  async function play(): Promise<void> {
    if (state.peek() === 'playing') return;
    state.value = 'playing';
    try {
      await playTestSound(speaker.id.peek());
      state.value = 'ready';
    } catch {
      state.value = 'failed';
    }
  }

  return (
    <>
      <Button
        kind="quiet"
        icon={Volume2}
        label={isPlaying ? settingsText().testing : settingsText().test}
        onClick={() => void play()}
      />
      <p class="settings__problem" role="status">
        {state.value === 'failed' && settingsText().testFailed}
      </p>
    </>
  );
}
