import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FakeMediaDevices } from '../testing/fake-media.ts';
import { type DeviceList, Devices, noDevices } from './devices.ts';

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
    {
      microphone: [{ id: 'h', label: 'Headset' }],
      camera: [{ id: 'w', label: 'Webcam' }],
      speaker: [{ id: 's', label: 'Speaker' }],
    },
  ]);
});

test('before permission browsers list devices without names; those are not offered', async () => {
  const { fake, devices, lists } = setup();
  fake.plug({ kind: 'audioinput', deviceId: '', label: '' });
  await setImmediate();
  expect(lists).toEqual([noDevices]);
  expect([devices.has('microphone'), devices.has('camera')]).toEqual([true, false]);
});

test('what was plugged in since the last time is told, also the default that is another now', async () => {
  const { fake, devices } = setup();
  const standard = (label: string) => ({ kind: 'audioinput', deviceId: 'default', label }) as const;
  fake.plug(standard('Default - Speakerphone'), webcam);
  await setImmediate();
  const newcomers: DeviceList[] = [];
  devices.on('plugged', (list) => newcomers.push(list));
  fake.plug(standard('Default - Headset'), headset, webcam);
  await setImmediate();
  fake.plug(webcam);
  await setImmediate();
  expect(newcomers).toEqual([
    {
      microphone: [
        { id: 'default', label: 'Default - Headset' },
        { id: 'h', label: 'Headset' },
      ],
      camera: [],
      speaker: [],
    },
    noDevices,
  ]);
});

test('listing again is no plugging in', async () => {
  const { fake, devices } = setup();
  fake.plug(headset);
  const newcomers: DeviceList[] = [];
  await setImmediate();
  devices.on('plugged', (list) => newcomers.push(list));
  await devices.refresh();
  expect(newcomers).toEqual([]);
});

test('after close nothing is listened to', async () => {
  const { fake, devices, lists } = setup();
  devices.close();
  fake.plug(headset);
  await setImmediate();
  expect(lists).toEqual([]);
});
