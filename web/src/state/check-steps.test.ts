import { expect, test } from 'vitest';
import type { CaptureState } from '../engine/media/device-capture.ts';
import { cameraStep, microphoneStep } from './check-steps.ts';

const track = {} as MediaStreamTrack;
const on: CaptureState = { at: 'on', track, isSilenced: false };
const unheard = { hasHeard: false, isSilent: false };

test.each<[CaptureState, ReturnType<typeof cameraStep>]>([
  [{ at: 'off' }, { at: 'off' }],
  [{ at: 'starting', isLate: false }, { at: 'starting' }],
  [
    { at: 'starting', isLate: true },
    { at: 'trouble', trouble: 'late' },
  ],
  [
    { at: 'failed', problem: 'in-use' },
    { at: 'trouble', trouble: 'in-use' },
  ],
  [
    { at: 'on', track, isSilenced: true },
    { at: 'trouble', trouble: 'silenced' },
  ],
  [on, { at: 'works' }],
])('a camera works when it gives a picture: %o', (capture, step) => {
  expect(cameraStep(capture)).toEqual(step);
});

test('a microphone works when somebody was heard, not before', () => {
  expect(microphoneStep(on, unheard)).toEqual({ at: 'listening' });
  expect(microphoneStep(on, { ...unheard, hasHeard: true })).toEqual({ at: 'works' });
});

test('one that is off is not listened to', () => {
  expect(microphoneStep({ at: 'off' }, unheard)).toEqual({ at: 'off' });
});

test('one that hears nothing at all is in trouble, unless it has heard before', () => {
  const silent = { hasHeard: false, isSilent: true };
  expect(microphoneStep(on, silent)).toEqual({ at: 'trouble', trouble: 'silent' });
  expect(microphoneStep(on, { ...silent, hasHeard: true })).toEqual({ at: 'works' });
});

test('what was heard does not make up for a microphone that has gone', () => {
  const lost: CaptureState = { at: 'failed', problem: 'lost' };
  expect(microphoneStep(lost, { ...unheard, hasHeard: true })).toEqual({
    at: 'trouble',
    trouble: 'lost',
  });
});
