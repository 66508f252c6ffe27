import { expect, test } from 'vitest';
import type { PeerId } from '../../../protocol/ids.ts';
import { FakeTrack } from './testing/fake-media.ts';
import { type Caller, linkedCalls, rest } from './testing/linked-calls.ts';
import { until } from './testing/linked-desks.ts';

const small = { width: 320, height: 180 };
const whole = { width: 1280, height: 720 };

async function meet() {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const camera = new FakeTrack('video');
  camera.settings = { ...whole, frameRate: 30 };
  ana.call.self.publish('camera', camera as unknown as MediaStreamTrack);
  return { room, ana, ben };
}

/** How Ben is known to Ana. */
function idOf(other: Caller, { call }: Caller): PeerId {
  const name = other.call.state.phase === 'inside' ? 'inside' : 'outside';
  const peer = call.state.phase === 'inside' ? call.state.peers[0] : undefined;
  if (!peer) throw new Error(`nobody ${name}`);
  return peer.id;
}

/** How Ana's camera is encoded on her latest connection. */
function encoding({ environment }: Caller, slot = 1): RTCRtpEncodingParameters | undefined {
  const connection = environment.connections.at(-1);
  return connection?.getTransceivers()[slot]?.sender.getParameters().encodings[0];
}

/** Until it is so, while time passes: what is said takes effect within a moment. */
function soon({ ana, ben }: { readonly ana: Caller; readonly ben: Caller }, isSo: () => boolean) {
  return until(() => {
    for (const { environment } of [ana, ben]) environment.clock.advance(100);
    return isSo();
  });
}

function shows(who: Caller, other: Caller, camera: typeof small | null): void {
  who.call.quality.show(idOf(other, who), { camera, screen: null });
}

test('[Q2] [Q3] whoever is shown small is sent small, and whoever is shown large is sent whole', async () => {
  const { ana, ben } = await meet();
  shows(ben, ana, small);
  await soon({ ana, ben }, () => encoding(ana)?.scaleResolutionDownBy === 4);
  shows(ben, ana, whole);
  await soon({ ana, ben }, () => encoding(ana)?.scaleResolutionDownBy === 1);
});

test('[Q3] what is not shown is not sent, until it is shown again', async () => {
  const { ana, ben } = await meet();
  shows(ben, ana, null);
  await soon({ ana, ben }, () => encoding(ana)?.active === false);
  shows(ben, ana, small);
  await soon({ ana, ben }, () => encoding(ana)?.active === true);
});

test('[Q2] what was lost is said again', async () => {
  const { ana, ben } = await meet();
  shows(ben, ana, small);
  // By now there is a report to be said at the same moment.
  await soon({ ana, ben }, () => ana.call.quality.record.links[0]?.theirs !== undefined);
  expect(encoding(ana)?.scaleResolutionDownBy).toBe(4);
  const channel = ben.environment.connections.at(-1)?.channels.get(2);
  if (!channel) throw new Error('there is a channel for it');
  channel.isConnected = false;
  shows(ben, ana, whole);
  channel.isConnected = true;
  await rest(ana, ben);
  expect(encoding(ana)?.scaleResolutionDownBy).toBe(4);
  await until(() => {
    ben.environment.clock.advance(100);
    return encoding(ana)?.scaleResolutionDownBy === 1;
  });
});

test('[Q2] it holds for a connection that is made anew', async () => {
  const { ana, ben } = await meet();
  shows(ben, ana, null);
  await soon({ ana, ben }, () => encoding(ana)?.active === false);
  ana.call.self.hideAddress(true);
  await rest(ana, ben);
  expect(ana.environment.connections).toHaveLength(2);
  await soon({ ana, ben }, () => encoding(ana)?.active === false);
});

test('[Q3] a track of another size is sent in the size that is shown', async () => {
  const { ana, ben } = await meet();
  shows(ben, ana, small);
  await soon({ ana, ben }, () => encoding(ana)?.scaleResolutionDownBy === 4);
  const camera = new FakeTrack('video');
  camera.settings = { width: 640, height: 360, frameRate: 30 };
  ana.call.self.publish('camera', camera as unknown as MediaStreamTrack);
  await soon({ ana, ben }, () => encoding(ana)?.scaleResolutionDownBy === 2);
});

test('the size that is chosen is kept as long as there is room', async () => {
  const { ana, ben } = await meet();
  shows(ben, ana, small);
  await soon({ ana, ben }, () => encoding(ana)?.scaleResolutionDownBy === 4);
  const sender = ana.environment.connections.at(-1)?.getTransceivers()[1]?.sender;
  expect(sender?.getParameters()).toMatchObject({ degradationPreference: 'maintain-resolution' });
});

test('speech goes first, in the browser and in the network', async () => {
  const { ana } = await meet();
  await until(() => encoding(ana, 0)?.priority === 'high');
  expect(encoding(ana, 0)).toMatchObject({ networkPriority: 'high' });
});

test('[Q4] both ends know how the other sees their connection', async () => {
  const { ana, ben } = await meet();
  const theirs = () => ana.call.quality.record.links[0]?.theirs;
  await soon({ ana, ben }, () => theirs() !== undefined);
  expect(theirs()).toMatchObject({ path: 'direct' });
});

test('[Q4] what the other end has said is forgotten when it is silent', async () => {
  const { ana, ben } = await meet();
  await soon({ ana, ben }, () => ana.call.quality.record.links[0]?.theirs !== undefined);
  await until(() => {
    ana.environment.clock.advance(100);
    return ana.call.quality.record.links[0]?.theirs === undefined;
  });
});
