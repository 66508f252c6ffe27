import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { CaptureState } from '../engine/media/device-capture.ts';
import { fakeEnvironment } from '../engine/testing/fake-environment.ts';
import { microphoneSense } from './microphone-sense.ts';

function setup() {
  let sample = 0.1;
  const environment = fakeEnvironment();
  const context = environment.createAudioContext();
  const analyser = {
    fftSize: 32,
    getFloatTimeDomainData: (samples: Float32Array) => void samples.fill(sample),
  };
  environment.createAudioContext = () =>
    Object.assign(context, { createAnalyser: () => analyser as unknown as AnalyserNode });
  const track = {} as MediaStreamTrack;
  const microphone = signal<CaptureState>({ at: 'on', track, isSilenced: false });
  const isMuted = signal(false);
  const sense = microphoneSense(environment, microphone, isMuted);
  const says = (next: number) => (sample = next);
  return { clock: environment.clock, track, microphone, isMuted, sense, says };
}

test('the level is that of the microphone, and none without one', () => {
  const { clock, microphone, sense } = setup();
  clock.advance(100);
  expect(sense.level.value).toBeGreaterThan(0.5);
  microphone.value = { at: 'off' };
  expect(sense.level.value).toBe(0);
  expect(clock.pendingTimers).toBe(0);
});

test('whoever talks while muted is told, until they unmute', () => {
  const { clock, isMuted, sense } = setup();
  isMuted.value = true;
  clock.advance(1_000);
  expect(sense.heed.value).toBe('talking-while-muted');
  isMuted.value = false;
  clock.advance(100);
  expect(sense.heed.value).toBe('none');
});

test('whoever has noted it is not told again before they are muted once more', () => {
  const { clock, isMuted, sense } = setup();
  isMuted.value = true;
  clock.advance(1_000);
  sense.heedNoted();
  clock.advance(60_000);
  expect(sense.heed.value).toBe('none');
  isMuted.value = false;
  clock.advance(100);
  isMuted.value = true;
  clock.advance(1_000);
  expect(sense.heed.value).toBe('talking-while-muted');
});

test('a microphone that gives nothing is noticed, but not one the system silences', () => {
  const { clock, track, microphone, sense, says } = setup();
  says(0);
  clock.advance(11_000);
  expect(sense.heed.value).toBe('silent');
  microphone.value = { at: 'on', track, isSilenced: true };
  expect(sense.heed.value).toBe('none');
});
