import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  builtIn,
  busy,
  headphones,
  pluggedCameras,
  third,
  webcam,
  webcamInUse,
} from '../testing/plugged-cameras.ts';

const lost = { at: 'failed', problem: 'lost' };

test('the default takes the place of a device that is unplugged, at once and by its name', async () => {
  const { capture, plug, inUse } = await webcamInUse();
  await plug(builtIn);
  expect(inUse()).toEqual(['b']);
  expect(capture.state.at).toBe('on');
  expect(capture.standIn).toEqual({ id: 'b', label: 'Built-in' });
});

test('when it is back the chosen device is used again, without a gap', async () => {
  const { capture, plug, inUse } = await webcamInUse();
  await plug(builtIn);
  const states: string[] = [];
  capture.on('changed', ({ at }) => states.push(at));
  await plug(builtIn, webcam);
  expect(inUse()).toEqual(['w']);
  expect(capture.standIn).toBeUndefined();
  expect(new Set(states)).toEqual(new Set(['on']));
});

test('a lost default is used again too, though nobody chose it', async () => {
  const { capture, plug, inUse } = await pluggedCameras();
  await capture.start();
  await plug(webcam);
  expect(inUse()).toEqual(['w']);
  await plug(webcam, builtIn);
  expect(inUse()).toEqual(['b']);
  expect(capture.standIn).toBeUndefined();
});

test('a stand-in that is lost has a stand-in, and the first device is still waited for', async () => {
  const { clock, capture, plug, inUse } = await pluggedCameras();
  await capture.start();
  clock.advance(60_000);
  await plug(webcam, third);
  await plug(third);
  expect(capture.standIn?.label).toBe('Third');
  await plug(third, webcam);
  expect(inUse()).toEqual(['t']);
  await plug(third, webcam, builtIn);
  expect(inUse()).toEqual(['b']);
});

test('a chosen device that comes later is used then', async () => {
  const { capture, plug, inUse } = await pluggedCameras('t');
  await capture.start();
  await setImmediate();
  expect(inUse()).toEqual(['b']);
  expect(capture.standIn).toBeUndefined();
  await plug(builtIn, third);
  expect(inUse()).toEqual(['t']);
});

test('a device that was there all along is not changed to', async () => {
  const { source, capture, plug, inUse } = await pluggedCameras('w');
  // Whatever the reason: the browser has given another one.
  await capture.start(() => source.acquire('b'));
  await setImmediate();
  await plug(builtIn, webcam, headphones);
  expect(inUse()).toEqual(['b']);
});

test('whoever chooses another device meanwhile keeps it', async () => {
  const { capture, source, plug, inUse } = await webcamInUse();
  await plug(builtIn, third);
  source.chosenId = 't';
  await capture.start();
  expect(capture.standIn).toBeUndefined();
  await plug(builtIn, third, webcam);
  expect(inUse()).toEqual(['t']);
});

test('a device that comes back into use elsewhere leaves the stand-in on', async () => {
  const { fake, capture, plug, inUse } = await webcamInUse();
  await plug(builtIn);
  fake.video = busy;
  await plug(builtIn, webcam);
  expect(inUse()).toEqual(['b']);
  expect(capture.state.at).toBe('on');
});

test('what comes back to someone who has turned it off stays off', async () => {
  const { fake, capture, plug } = await webcamInUse();
  await plug();
  capture.stop();
  await plug(webcam);
  expect(capture.state.at).toBe('off');
  expect(fake.live).toEqual([]);
});

test('with no other device it is lost, and starts by itself when one is plugged in', async () => {
  const { capture, plug, inUse } = await webcamInUse();
  await plug();
  expect(capture.state).toEqual(lost);
  await plug(headphones);
  expect(capture.state).toEqual(lost);
  await plug(webcam);
  expect(inUse()).toEqual(['w']);
  expect(capture.standIn).toBeUndefined();
});

test('without permission a plugged in device has no name, and is started all the same', async () => {
  const { capture, plug, inUse } = await pluggedCameras();
  await plug();
  await capture.start();
  expect(capture.state).toEqual({ at: 'failed', problem: 'no-device' });
  await plug({ kind: 'videoinput', deviceId: '', label: '' });
  expect(inUse()).toHaveLength(1);
});

test('a browser that still tries the device that went is asked once more', async () => {
  const { fake, capture, inUse } = await webcamInUse();
  fake.video = busy;
  fake.plug(builtIn);
  fake.video = 'grant';
  await setImmediate();
  expect(inUse()).toEqual(['b']);
  expect(capture.standIn?.label).toBe('Built-in');
});

test('a device in use elsewhere is tried again when another of its kind comes, unseen until it works', async () => {
  const { fake, capture, plug, inUse } = await pluggedCameras();
  fake.video = busy;
  await capture.start();
  const states: string[] = [];
  capture.on('changed', ({ at }) => states.push(at));
  await plug(builtIn, webcam, third);
  expect(fake.asked).toHaveLength(2);
  expect(states).toEqual([]);
  fake.video = 'grant';
  await plug(builtIn, webcam, third, headphones);
  expect(inUse()).toEqual([]);
  await plug(builtIn, webcam, headphones);
  await plug(builtIn, webcam, third, headphones);
  expect(inUse()).toEqual(['b']);
});
