import { expect, onTestFinished, test } from 'vitest';
import type { Reached } from '../engine/check/reach-server.ts';
import { whileTimePasses } from '../engine/testing/time-passes.ts';
import { LocalMedia } from '../engine/media/local-media.ts';
import { CheckModel } from './check-model.ts';
import { MediaModel } from './media-model.ts';
import { fakeServices } from './testing/fake-services.ts';

const server = { urls: ['turn:relay.test'], username: 'ana', credential: 'secret' };

function setup(reached: Reached = { ok: true, servers: [server] }) {
  const services = fakeServices('/check');
  const { environment, devices } = services;
  const local = new LocalMedia(environment, { microphone: undefined, camera: undefined });
  const media = new MediaModel(local, services);
  let asked = 0;
  const check = new CheckModel({
    environment,
    media,
    reach: () => {
      asked += 1;
      return Promise.resolve(reached);
    },
  });
  onTestFinished(() => {
    check[Symbol.dispose]();
    local.close();
  });
  const conclusion = () =>
    whileTimePasses(
      environment.clock,
      until(() => check.conclusion.value !== undefined),
    );
  return { services, environment, devices, local, check, conclusion, asked: () => asked };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

test('every way to a relay is tried, and measured when it works', async () => {
  const { check, conclusion } = setup();
  expect(check.conclusion.value).toBeUndefined();
  await conclusion();
  expect(check.network.server.value).toMatchObject({ at: 'found', finding: { ok: true } });
  expect(check.network.relays.value).toMatchObject([
    {
      at: 'found',
      address: { transport: 'udp', host: 'relay.test', port: 3478 },
      finding: { outcome: 'works', figures: { loss: 0 } },
    },
  ]);
});

test('there is no conclusion while a way is still being tried', async () => {
  const tls = { ...server, urls: ['turns:relay.test'] };
  const { check, conclusion } = setup({ ok: true, servers: [tls] });
  await until(() => check.network.direct.value.at === 'found');
  expect(check.conclusion.value).toBeUndefined();
  await conclusion();
  expect(check.network.relays.value).toMatchObject([{ at: 'found' }]);
});

test('a server that can’t be reached is the conclusion, and nothing else is tried', async () => {
  const { check, environment, conclusion } = setup({ ok: false, problem: 'barred' });
  await conclusion();
  expect(check.conclusion.value).toEqual({ tag: 'server', problem: 'barred' });
  expect(environment.connections).toEqual([]);
});

test('devices that give nothing are part of the conclusion, and only these', async () => {
  const { check, devices, local, conclusion } = setup();
  expect(check.devices.value).toEqual({ camera: { at: 'off' }, microphone: { at: 'off' } });
  devices.video = new DOMException('said no', 'NotAllowedError');
  await local.setCamera(true);
  await conclusion();
  expect(check.devices.value.camera).toEqual({ at: 'trouble', trouble: 'denied' });
  expect(check.conclusion.value).toEqual({ tag: 'device', device: 'camera' });
});

test('a microphone works when somebody was heard, and is listened to until then', async () => {
  const { check, local } = setup();
  await local.setMicrophone(true);
  expect(check.devices.value.microphone).toEqual({ at: 'listening' });
});

test('it can be run again, and the run before has no say any more', async () => {
  const { check, environment, conclusion, asked } = setup();
  await until(() => environment.connections.length > 0);
  const before = [...environment.connections];
  check.setSpeaker('heard');
  check.runAgain();
  expect(check.speaker.value).toBe('unplayed');
  // No time passes: it is not waited for.
  await until(() => before.every(({ connectionState }) => connectionState === 'closed'));
  await conclusion();
  expect(asked()).toBe(2);
  expect(check.network.relays.value).toHaveLength(1);
});

test('nothing of it goes on when it is closed', async () => {
  const { check, environment } = setup();
  await until(() => environment.connections.length > 0);
  check[Symbol.dispose]();
  await until(() =>
    environment.connections.every(({ connectionState }) => connectionState === 'closed'),
  );
  expect(environment.clock.pendingTimers).toBe(0);
});
