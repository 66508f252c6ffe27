import { expect, test } from 'vitest';
import type { CaptureState } from '../engine/media/device-capture.ts';
import { selectedDevice } from './selected-devices.ts';

const standard = { id: 'default', label: 'Default - Headset' };
const headset = { id: 'h', label: 'Headset' };
const webcam = { id: 'w', label: 'Webcam' };
const using = (id: string): CaptureState => ({
  at: 'on',
  track: { getSettings: () => ({ deviceId: id }) } as MediaStreamTrack,
  isSilenced: false,
});

test('the device in use is selected, whatever was chosen', () => {
  const devices = [headset, webcam];
  expect(selectedDevice({ capture: using('w'), chosenId: 'h', devices })).toBe('w');
  expect(selectedDevice({ capture: { at: 'off' }, chosenId: 'h', devices })).toBe('h');
});

test('whoever follows the system sees that, whatever device the system prefers', () => {
  const devices = [standard, headset, webcam];
  expect(selectedDevice({ capture: using('h'), chosenId: undefined, devices })).toBe('default');
  expect(selectedDevice({ capture: using('h'), chosenId: 'default', devices })).toBe('default');
  expect(selectedDevice({ capture: using('h'), chosenId: 'h', devices })).toBe('h');
});

test('where the system’s default is not listed, the device that it is is selected', () => {
  const selection = { capture: using('w'), chosenId: undefined, devices: [headset, webcam] };
  expect(selectedDevice(selection)).toBe('w');
});
