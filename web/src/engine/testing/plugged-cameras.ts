// A camera that is kept going, among others that are plugged in and out.
import { setImmediate } from 'node:timers/promises';
import { DeviceSource } from '../media/device-source.ts';
import { Devices } from '../media/devices.ts';
import { RecoveringCapture } from '../media/recovering-capture.ts';
import { fakeEnvironment } from './fake-environment.ts';
import { FakeMediaDevices } from './fake-media.ts';

export const builtIn = { kind: 'videoinput', deviceId: 'b', label: 'Built-in' } as const;
export const webcam = { kind: 'videoinput', deviceId: 'w', label: 'Webcam' } as const;
export const third = { kind: 'videoinput', deviceId: 't', label: 'Third' } as const;
export const headphones = { kind: 'audiooutput', deviceId: 'h', label: 'Headphones' } as const;
export const denied = new DOMException('no', 'NotAllowedError');
export const missing = new DOMException('none', 'NotFoundError');
export const busy = new DOMException('busy', 'NotReadableError');

/** The built-in camera is the system's default, and a webcam is plugged in; nothing is turned on. */
export async function pluggedCameras(chosenId?: string) {
  const fake = new FakeMediaDevices();
  const environment = fakeEnvironment(fake);
  const devices = new Devices(environment.mediaDevices);
  const source = new DeviceSource(environment, 'camera', chosenId);
  const capture = new RecoveringCapture({ environment, devices, source });
  capture.on('changed', ({ at }) => {
    if (at === 'on' || at === 'failed') void devices.refresh();
  });
  const plug = async (...plugged: Parameters<typeof fake.plug>) => {
    fake.plug(...plugged);
    await setImmediate();
  };
  /** The newest track ends, though its device stays plugged in. */
  const end = async () => {
    fake.live.at(-1)?.end();
    await setImmediate();
  };
  const inUse = () => fake.live.map(({ deviceId }) => deviceId);
  await plug(builtIn, webcam);
  const { clock } = environment;
  return { fake, environment, clock, devices, source, capture, plug, end, inUse };
}

/** The person has chosen the webcam, and it has been on for a while. */
export async function webcamInUse() {
  const fixture = await pluggedCameras('w');
  await fixture.capture.start();
  await setImmediate();
  fixture.clock.advance(60_000);
  return fixture;
}
