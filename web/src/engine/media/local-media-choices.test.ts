import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { FakeMediaDevices } from '../testing/fake-media.ts';
import { LocalMedia } from './local-media.ts';

const front = { kind: 'videoinput', deviceId: 'f', label: 'Front' } as const;
const back = { kind: 'videoinput', deviceId: 'b', label: 'Back' } as const;
const headset = { kind: 'audioinput', deviceId: 'h', label: 'Headset', groupId: '1' } as const;
const laptop = { kind: 'audioinput', deviceId: 'i', label: 'Built-in', groupId: '2' } as const;
const third = { kind: 'audioinput', deviceId: 't', label: 'Third', groupId: '3' } as const;
/** As Chromium lists what the system prefers. */
const preferring = ({ label, groupId }: { label: string; groupId: string }) =>
  ({ kind: 'audioinput', deviceId: 'default', label: `Default - ${label}`, groupId }) as const;

async function setup(choice: { microphone?: string } = {}) {
  const devices = new FakeMediaDevices();
  devices.allowed.add('microphone');
  const media = new LocalMedia(fakeEnvironment(devices), {
    microphone: choice.microphone,
    camera: undefined,
  });
  const sent: (MediaStreamTrack | null)[] = [];
  const follow = () => media.on('changed', () => sent.push(media.outgoing.microphone));
  const plug = async (...plugged: Parameters<typeof devices.plug>) => {
    devices.plug(...plugged);
    await setImmediate();
  };
  const inUse = () => devices.live.map(({ deviceId }) => deviceId);
  return { devices, media, sent, follow, plug, inUse };
}

test('what is done to the sound is changed on the track that runs', async () => {
  const { devices, media } = await setup();
  await media.setMicrophone(true);
  await media.adjust('microphone', { noiseSuppression: false });
  expect(devices.asked).toHaveLength(1);
  expect(devices.live[0]?.getSettings()).toMatchObject({ noiseSuppression: false });
});

test.each(['no', 'pretends'] as const)(
  'a track that answers "%s" makes way for one of the same device, and nobody is told',
  async (way) => {
    const { devices, media, sent, follow } = await setup({ microphone: 'm' });
    await media.setMicrophone(true);
    for (const track of devices.live) track.adjusts = way;
    follow();
    await media.adjust('microphone', { noiseSuppression: false });
    expect(sent).not.toContain(null);
    expect(devices.live).toHaveLength(1);
    expect(devices.live[0]).toMatchObject({ deviceId: 'm' });
    expect(devices.live[0]?.getSettings()).toMatchObject({ noiseSuppression: false });
  },
);

test('what was changed while the microphone was off is so when it is on', async () => {
  const { devices, media } = await setup();
  await media.adjust('microphone', { echoCancellation: false });
  await media.setMicrophone(true);
  expect(devices.asked).toMatchObject([
    { audio: { echoCancellation: false, noiseSuppression: true } },
  ]);
});

test('a phone’s camera is turned around and back, though it opens one at a time', async () => {
  const { devices, media } = await setup();
  devices.hasOneCameraAtATime = true;
  await media.setCamera(true);
  await media.flipCamera();
  expect(media.state).toMatchObject({ camera: { at: 'on' }, facing: 'environment' });
  expect(devices.live).toHaveLength(1);
  await media.flipCamera();
  expect(media.state).toMatchObject({ camera: { at: 'on' }, facing: 'user' });
  expect(devices.asked.at(-1)).toMatchObject({ video: { facingMode: 'user' } });
});

test('a chosen camera counts no more once it is turned around, and again when it is chosen', async () => {
  const { devices, media, plug, inUse } = await setup();
  await plug(front, back);
  await media.choose({ microphone: undefined, camera: 'f' });
  await media.setCamera(true);
  await media.flipCamera();
  expect(devices.asked.at(-1)?.video).not.toHaveProperty('deviceId');
  await media.choose({ microphone: undefined, camera: 'f' });
  expect(devices.asked.at(-1)?.video).not.toHaveProperty('facingMode');
  expect(inUse()).toEqual(['f']);
});

test('whoever chose no microphone follows the system to another, without a gap', async () => {
  const { media, sent, follow, plug, inUse } = await setup();
  await plug(preferring(laptop), laptop);
  await media.setMicrophone(true);
  follow();
  await plug(preferring(headset), headset, laptop);
  expect(inUse()).toEqual(['h']);
  expect(sent).not.toContain(null);
  await plug(preferring(laptop), laptop, headset);
  expect(inUse()).toEqual(['i']);
  expect(media.state.standIns).toEqual([]);
});

test('where no entry says which it is, the system’s default is the first', async () => {
  const { media, plug, inUse } = await setup();
  await plug(laptop);
  await media.setMicrophone(true);
  await plug(headset, laptop);
  expect(inUse()).toEqual(['h']);
});

test('whoever chose a microphone keeps it, and one that is off stays off', async () => {
  const chosen = await setup({ microphone: 'i' });
  await chosen.plug(preferring(laptop), laptop);
  await chosen.media.setMicrophone(true);
  await chosen.plug(preferring(headset), headset, laptop);
  expect(chosen.inUse()).toEqual(['i']);

  const off = await setup();
  await off.plug(preferring(laptop), laptop);
  await off.plug(preferring(headset), headset, laptop);
  expect(off.inUse()).toEqual([]);
});

test('a browser that would ask the person first is left alone', async () => {
  const { devices, media, plug, inUse } = await setup();
  await plug(laptop);
  await media.setMicrophone(true);
  devices.allowed.clear();
  await plug(headset, laptop);
  expect(inUse()).toEqual(['i']);
});

test('a camera does not change by itself, whatever the system prefers', async () => {
  const { devices, media, plug, inUse } = await setup();
  devices.allowed.add('camera');
  await plug(front, laptop);
  await media.setCamera(true);
  await plug(back, front, headset, laptop);
  expect(inUse()).toEqual(['f']);
  expect(devices.asked).toHaveLength(1);
});

test('a stand-in that the system prefers, too, goes on as it is', async () => {
  const { devices, media, plug, inUse } = await setup();
  await plug(headset, laptop);
  await media.setMicrophone(true);
  await plug(laptop);
  expect(inUse()).toEqual(['i']);
  expect(media.state.standIns).toMatchObject([{ device: { id: 'i' } }]);
  expect(devices.asked).toHaveLength(2);
});

test('what the system prefers stands in for nothing', async () => {
  const { media, plug, inUse } = await setup();
  await plug(headset, laptop);
  await media.setMicrophone(true);
  await plug(laptop);
  expect(media.state.standIns).toHaveLength(1);
  await plug(third, laptop);
  expect(inUse()).toEqual(['t']);
  expect(media.state.standIns).toEqual([]);
});

test('a device in use that the system comes to prefer is not asked for again', async () => {
  const { devices, media, plug, inUse } = await setup();
  await plug(headset, laptop);
  await media.setMicrophone(true);
  await plug(laptop);
  await plug(laptop, headset);
  expect(inUse()).toEqual(['h']);
  const asked = devices.asked.length;
  await plug(headset, laptop);
  expect(devices.asked).toHaveLength(asked);
});

test('nor is one in use as the system’s default, whose listing comes late', async () => {
  const { devices, media, plug, inUse } = await setup();
  await plug(preferring(headset), headset, laptop);
  await media.setMicrophone(true);
  const list = devices.enumerateDevices.bind(devices);
  devices.enumerateDevices = async () => {
    await setImmediate();
    return list();
  };
  devices.plug(preferring(laptop), laptop);
  devices.live[0]?.end();
  for (let turns = 0; turns < 5; turns += 1) await setImmediate();
  expect(inUse()).toEqual(['default']);
  expect(devices.asked).toHaveLength(2);
});
