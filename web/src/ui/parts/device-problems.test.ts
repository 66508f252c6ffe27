import { expect, test } from 'vitest';
import { deviceProblems } from './device-problems.ts';

test('a device that is off is no problem', () => {
  expect(deviceProblems({ at: 'off' }, { at: 'starting' })).toEqual([]);
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
