import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Devices } from '../engine/media/devices.ts';
import { SpeakerModel } from './speaker-model.ts';
import { fakeServices } from './testing/fake-services.ts';

const headphones = { kind: 'audiooutput', deviceId: 'h', label: 'Headphones' } as const;
const monitor = { kind: 'audiooutput', deviceId: 'm', label: 'Monitor' } as const;

function setup(speakerId?: string) {
  const { devices, environment, preferences } = fakeServices('/', { speakerId });
  const speaker = new SpeakerModel(new Devices(environment.mediaDevices), preferences);
  const plug = async (...plugged: Parameters<typeof devices.plug>) => {
    devices.plug(...plugged);
    await setImmediate();
  };
  return { preferences, speaker, plug };
}

test('until one is chosen, the system’s default plays', async () => {
  const { speaker, plug } = setup();
  await plug(headphones, monitor);
  expect(speaker.id.value).toBe('');
  expect(speaker.list.value.map(({ id }) => id)).toEqual(['h', 'm']);
});

test('a chosen speaker plays at once and the next time', async () => {
  const { preferences, speaker, plug } = setup();
  await plug(headphones, monitor);
  speaker.choose('m');
  expect(speaker.id.value).toBe('m');
  expect(preferences.load().speakerId).toBe('m');
});

test('when it goes away the default plays, and the person is told until it is back', async () => {
  const { speaker, plug } = setup('h');
  await plug(headphones, monitor);
  await plug(monitor);
  expect(speaker.id.value).toBe('');
  expect(speaker.isGone.value).toBe(true);
  await plug(monitor, headphones);
  expect(speaker.id.value).toBe('h');
  expect(speaker.isGone.value).toBe(false);
});

test('whoever chooses another in its place is told no more', async () => {
  const { speaker, plug } = setup('h');
  await plug(headphones, monitor);
  await plug(monitor);
  speaker.choose('m');
  expect(speaker.isGone.value).toBe(false);
  expect(speaker.id.value).toBe('m');
});

test('one that was not there from the start is not missed, and plays when it comes', async () => {
  const { speaker, plug } = setup('h');
  await plug(monitor);
  expect(speaker.isGone.value).toBe(false);
  expect(speaker.id.value).toBe('');
  await plug(monitor, headphones);
  expect(speaker.id.value).toBe('h');
});
