import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FakeMediaDevices } from '../testing/fake-media.ts';
import { type DeviceList, Devices } from './devices.ts';

function setup() {
  const fake = new FakeMediaDevices();
  const devices = new Devices(fake as unknown as MediaDevices);
  const lists: DeviceList[] = [];
  devices.on('changed', (list) => lists.push(list));
  return { fake, devices, lists };
}

const headset = { kind: 'audioinput', deviceId: 'h', label: 'Headset' } as const;
const webcam = { kind: 'videoinput', deviceId: 'w', label: 'Webcam' } as const;
const speaker = { kind: 'audiooutput', deviceId: 's', label: 'Speaker' } as const;

test('what is plugged in is listed by kind', async () => {
  const { fake, lists } = setup();
  fake.plug(headset, webcam, speaker);
  await setImmediate();
  expect(lists).toEqual([
    { microphones: [{ id: 'h', label: 'Headset' }], cameras: [{ id: 'w', label: 'Webcam' }] },
  ]);
});

test('before permission browsers list devices without names; those are not offered', async () => {
  const { fake, lists } = setup();
  fake.plug({ kind: 'audioinput', deviceId: '', label: '' });
  await setImmediate();
  expect(lists).toEqual([{ microphones: [], cameras: [] }]);
});

test('after close nothing is listened to', async () => {
  const { fake, devices, lists } = setup();
  devices.close();
  fake.plug(headset);
  await setImmediate();
  expect(lists).toEqual([]);
});
