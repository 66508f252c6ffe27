import { expect, onTestFinished, test } from 'vitest';
import type { Reached } from '../engine/check/reach-server.ts';
import type { FakeEnvironment } from '../engine/testing/fake-environment.ts';
import { whileTimePasses } from '../engine/testing/time-passes.ts';
import { LocalMedia } from '../engine/media/local-media.ts';
import { CheckModel } from './check-model.ts';
import { MediaModel } from './media-model.ts';
import { fakeServices } from './testing/fake-services.ts';

const server = { urls: ['turn:relay.test'], username: 'ana', credential: 'secret' };

function setup(reached: Reached = { ok: true, servers: [server] }) {
  const services = fakeServices('/check');
  const { environment, devices } = services;
  const says = listening(environment);
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
  return {
    services,
    environment,
    devices,
    local,
    media,
    check,
    conclusion,
    says,
    asked: () => asked,
  };
}

/** Gives what sets how loud it is from now on. */
function listening(environment: FakeEnvironment): (sample: number) => void {
  let sample = 0;
  const analyser = {
    fftSize: 32,
    getFloatTimeDomainData: (samples: Float32Array) => void samples.fill(sample),
  };
  const context = environment.createAudioContext();
  environment.createAudioContext = () =>
    Object.assign(context, { createAnalyser: () => analyser as unknown as AnalyserNode });
  return (next) => (sample = next);
}

/** As where nothing answers: the fake gives addresses as if it had a host of its own. */
function giveNoAddresses(environment: FakeEnvironment): void {
  const make = environment.createPeerConnection.bind(environment);
  environment.createPeerConnection = (configuration) => {
    const connection = make(configuration);
    connection.addEventListener('icecandidate', (event) => event.stopImmediatePropagation());
    return connection;
  };
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
  expect(check.conclusion.value).toEqual({
    network: { tag: 'server', problem: 'barred' },
    devices: undefined,
  });
  expect(environment.connections).toEqual([]);
});

test('devices that give nothing are part of the conclusion, and only these', async () => {
  const { check, devices, local, conclusion } = setup();
  expect(check.devices.value).toEqual({ camera: { at: 'off' }, microphone: { at: 'off' } });
  devices.video = new DOMException('said no', 'NotAllowedError');
  await local.setCamera(true);
  await conclusion();
  expect(check.devices.value.camera).toEqual({ at: 'trouble', trouble: 'denied' });
  expect(check.conclusion.value).toEqual({ network: { tag: 'good' }, devices: 'camera' });
});

test('a microphone works when somebody was heard, and is listened to until then', async () => {
  const { check, environment, local, says } = setup();
  await local.setMicrophone(true);
  expect(check.devices.value.microphone).toEqual({ at: 'listening' });
  says(0.1);
  environment.clock.advance(100);
  expect(check.devices.value.microphone).toEqual({ at: 'works' });
});

test('what is known of one microphone or speaker is not said of another', async () => {
  const { check, environment, devices, local, media, says } = setup();
  devices.plug(
    { kind: 'audioinput', deviceId: 'desk', label: 'Desk' },
    { kind: 'audioinput', deviceId: 'head', label: 'Headset' },
    { kind: 'audiooutput', deviceId: 'default', label: 'Default' },
    { kind: 'audiooutput', deviceId: 'head', label: 'Headset' },
  );
  await local.setMicrophone(true);
  says(0.1);
  environment.clock.advance(100);
  says(0);
  await media.chooseMicrophone('head');
  expect(check.devices.value.microphone).toEqual({ at: 'listening' });
  await until(() => media.speaker.list.value.length > 0);
  check.setSpeaker('unheard');
  media.speaker.choose('head');
  expect(check.speaker.value).toBe('unplayed');
});

test('whether UDP gets out is not known where the one relay may not be running', async () => {
  const { check, environment, conclusion } = setup();
  environment.cutFrom.add(environment);
  giveNoAddresses(environment);
  const told = new Set<unknown>();
  onTestFinished(
    check.network.direct.subscribe((step) => {
      if (step.at === 'found') told.add(step.finding);
    }),
  );
  await conclusion();
  expect(check.network.relays.value).toMatchObject([{ finding: { outcome: 'blocked' } }]);
  // And nothing else before.
  expect([...told]).toEqual(['unknown']);
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
