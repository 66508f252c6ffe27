import { expect, test } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { FakeMediaDevices } from '../testing/fake-media.ts';
import { acquireBoth, DeviceSource } from './device-source.ts';

function setup() {
  const devices = new FakeMediaDevices();
  const environment = fakeEnvironment(devices);
  const sources = {
    microphone: new DeviceSource(environment, 'microphone', 'm'),
    camera: new DeviceSource(environment, 'camera', undefined),
  };
  return { devices, environment, sources };
}

test('one question asks for both, each by the device that was chosen', () => {
  const { devices, environment, sources } = setup();
  acquireBoth(environment, sources);
  expect(devices.asked).toMatchObject([
    { audio: { deviceId: { exact: 'm' } }, video: { width: { ideal: 1280 } } },
  ]);
  expect(devices.asked[0]?.video).not.toHaveProperty('deviceId');
});

test('a device that is gone is no reason to have none, nor to ask for the other one by another id', async () => {
  const { devices, environment, sources } = setup();
  devices.plug(
    { kind: 'audioinput', deviceId: 'other', label: 'Other' },
    { kind: 'videoinput', deviceId: 'b', label: 'Built-in' },
    { kind: 'videoinput', deviceId: 'w', label: 'Webcam' },
  );
  sources.camera.chosenId = 'w';
  const acquire = acquireBoth(environment, sources);
  const { signal } = new AbortController();
  expect(await acquire.microphone(signal)).toMatchObject({ deviceId: 'other' });
  expect(await acquire.camera(signal)).toMatchObject({ deviceId: 'w' });
});

test('what nobody waits for any more is not asked for alone', async () => {
  const { devices, environment, sources } = setup();
  devices.video = new DOMException('none', 'NotFoundError');
  const acquire = acquireBoth(environment, sources);
  const { signal } = new AbortController();
  const microphone = acquire.microphone(signal);
  const camera = acquire.camera(AbortSignal.abort());
  await expect(camera).rejects.toThrow('none');
  expect(await microphone).toMatchObject({ kind: 'audio', deviceId: 'm' });
  expect(devices.asked.map(({ audio }) => audio !== undefined)).toEqual([true, true]);
});

test('a voice and a face are hinted at as what they are', async () => {
  const { sources } = setup();
  expect((await sources.microphone.acquireChosen()).contentHint).toBe('speech');
  expect((await sources.camera.acquireChosen()).contentHint).toBe('motion');
});
