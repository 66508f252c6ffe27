import { expect, test } from 'vitest';
import type { CaptureState } from '../../engine/media/device-capture.ts';
import { deviceProblems } from './device-problems.ts';

const track = {} as MediaStreamTrack;
const off: CaptureState = { at: 'off' };

test.each<CaptureState>([
  { at: 'off' },
  { at: 'starting', isLate: false },
  { at: 'on', track, isSilenced: false },
])('a device that is off, starting or on is no problem: %o', (capture) => {
  expect(deviceProblems(capture, capture)).toEqual([]);
});

test('two devices that fail for one reason are told of once', () => {
  const denied = { at: 'failed', problem: 'denied' } as const;
  expect(deviceProblems(denied, denied)).toEqual([{ device: 'both', problem: 'denied' }]);
});

test('two devices that fail for two reasons are told of each', () => {
  const problems = deviceProblems(
    { at: 'failed', problem: 'no-device' },
    { at: 'failed', problem: 'in-use' },
  );
  expect(problems).toEqual([
    { device: 'microphone', problem: 'no-device' },
    { device: 'camera', problem: 'in-use' },
  ]);
});

test('a prompt that nobody answers is a problem, and so is a device that gives nothing', () => {
  const late = { at: 'starting', isLate: true } as const;
  const silenced = { at: 'on', track, isSilenced: true } as const;
  expect(deviceProblems(late, off)).toEqual([{ device: 'microphone', problem: 'late' }]);
  expect(deviceProblems(off, silenced)).toEqual([{ device: 'camera', problem: 'silenced' }]);
});
