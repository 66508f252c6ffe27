import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  builtIn,
  busy,
  denied,
  missing,
  pluggedCameras,
  third,
  webcam,
  webcamInUse,
} from '../testing/plugged-cameras.ts';

const unsteady = { at: 'failed', problem: 'unsteady' };

test.each(['no-device', 'in-use', 'lost'] as const)(
  'a browser that lists a device and calls it %s is not asked without end',
  async (problem) => {
    const { fake, capture, plug } = await webcamInUse();
    fake.video = problem === 'in-use' ? busy : missing;
    if (problem === 'lost') await plug(builtIn);
    else await capture.start();
    const asked = fake.asked.length;
    for (let round = 0; round < 10; round += 1) await setImmediate();
    expect(capture.state).toEqual({ at: 'failed', problem });
    expect(fake.asked).toHaveLength(asked);
  },
);

test('a track that ends as soon as it starts is not replaced for ever', async () => {
  const { fake, clock, capture, end, plug } = await webcamInUse();
  await end();
  for (let round = 0; round < 10; round += 1) {
    clock.advance(1_000);
    await end();
  }
  expect(capture.state).toEqual(unsteady);
  expect(fake.given).toHaveLength(4);
  await plug(builtIn, webcam, third);
  expect(capture.state).toEqual(unsteady);
  await capture.start();
  expect(capture.state.at).toBe('on');
  await end();
  expect(capture.state.at).toBe('on');
});

test('a device that unplugs itself by being turned on is not started for ever', async () => {
  const { fake, clock, capture, plug } = await webcamInUse();
  for (let round = 0; round < 10; round += 1) {
    await plug();
    await plug(webcam);
    clock.advance(1_000);
  }
  expect(capture.state).toEqual(unsteady);
  expect(fake.given).toHaveLength(3);
});

test('a device that comes and goes leaves the stand-in on in the end', async () => {
  const { clock, capture, plug, inUse } = await webcamInUse();
  for (let round = 0; round < 10; round += 1) {
    await plug(builtIn);
    await plug(builtIn, webcam);
    clock.advance(1_000);
  }
  expect(inUse()).toEqual(['b']);
  expect(capture.standIn?.label).toBe('Built-in');
});

test('a device that is unplugged now and then is steady enough', async () => {
  const { clock, plug, inUse } = await webcamInUse();
  for (let round = 0; round < 10; round += 1) {
    await plug();
    await plug(webcam);
    clock.advance(60_000);
  }
  expect(inUse()).toEqual(['w']);
});

test('permission taken back in the middle is a no, and nothing else is asked for', async () => {
  const { fake, capture, end } = await pluggedCameras();
  fake.allowed.add('camera');
  await capture.start();
  await setImmediate();
  fake.allowed.delete('camera');
  await end();
  expect(capture.state).toEqual({ at: 'failed', problem: 'denied' });
  expect(fake.asked).toHaveLength(1);
});

test('a browser that does not tell of permissions has the last word on them', async () => {
  const { fake, capture, end } = await pluggedCameras();
  await capture.start();
  await setImmediate();
  fake.video = denied;
  await end();
  expect(capture.state).toEqual({ at: 'failed', problem: 'denied' });
});

test('whoever was away to allow the device finds it on', async () => {
  const { fake, environment, capture } = await pluggedCameras();
  fake.video = denied;
  await capture.start();
  fake.video = 'grant';
  environment.wake();
  await setImmediate();
  expect(capture.state.at).toBe('failed');
  expect(fake.asked).toHaveLength(1);
  fake.allowed.add('camera');
  environment.wake();
  await setImmediate();
  expect(capture.state.at).toBe('on');
});

test('whoever turns it off while it is being replaced has it off, and is asked nothing', async () => {
  const { fake, capture } = await pluggedCameras();
  fake.allowed.add('camera');
  await capture.start();
  await setImmediate();
  fake.plug(webcam);
  expect(capture.state.at).toBe('starting');
  capture.stop();
  await setImmediate();
  expect(capture.state.at).toBe('off');
  expect(fake.live).toEqual([]);
  expect(fake.asked).toHaveLength(1);
});

test('after close nothing comes back, and nothing is listened to', async () => {
  const { fake, environment, clock, capture, plug } = await webcamInUse();
  capture.close();
  await plug();
  await plug(webcam);
  expect(fake.live).toEqual([]);
  expect(environment.wakeListeners.size).toBe(0);
  expect(clock.pendingTimers).toBe(0);
});
