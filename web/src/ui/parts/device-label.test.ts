import { expect, test } from 'vitest';
import { deviceLabel } from './device-label.ts';

const headset = { id: 'h', label: 'Headset (046d:0a44)' };
const standard = { id: 'default', label: 'Standard - Headset (046d:0a44)' };

test('a device is called without the numbers of its plug', () => {
  expect(deviceLabel(headset, [])).toBe('Headset');
  expect(deviceLabel({ id: 'f', label: 'Camera (front)' }, [])).toBe('Camera (front)');
});

test('the system’s default is called by the name of the device it is', () => {
  expect(deviceLabel(standard, [standard, { id: 'u', label: '' }, headset])).toBe('Headset');
});

test('a default that says no more than that has no name', () => {
  const plain = { id: 'default', label: 'Default' };
  expect(deviceLabel(plain, [plain, headset])).toBe('');
});

test('a dash in a name is part of it', () => {
  const left = { id: 'l', label: 'Mixer - Left' };
  expect(deviceLabel(left, [left, { id: 'x', label: 'Left' }])).toBe('Mixer - Left');
});
