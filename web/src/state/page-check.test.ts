import { expect, onTestFinished, test } from 'vitest';
import { FakeRoom } from '../engine/testing/fake-room.ts';
import { PageCheck } from './page-check.ts';
import { fakeServices } from './testing/fake-services.ts';

const servers = [{ urls: ['turn:relay.test'], username: 'ana', credential: 'secret' }];

function setup() {
  const services = fakeServices('/check', { isMicrophoneWanted: false, isCameraWanted: false });
  const page = new PageCheck(services);
  onTestFinished(() => page[Symbol.dispose]());
  return { services, page };
}

test('both devices are checked, whatever was wanted last time', async () => {
  const { page } = setup();
  await expect.poll(() => page.check.devices.value.camera).toEqual({ at: 'works' });
  expect(page.check.devices.value.microphone).toEqual({ at: 'listening' });
});

test('a room that nobody joins names the relays', async () => {
  const { services, page } = setup();
  const { sockets } = services.environment;
  await expect.poll(() => sockets.length).toBe(1);
  const room = new FakeRoom();
  room.ice = { servers, lifetimeMs: null };
  const [socket] = sockets;
  if (!socket) throw new Error('there is one, as was just seen');
  socket.accept();
  room.welcome(socket);
  await expect.poll(() => page.check.network.relays.value.length).toBe(1);
  expect(room.seated).toEqual([]);
  // Of a room that is nobody's, nothing is remembered.
  expect(services.locks).toEqual(['']);
});

test('where a pass is needed and none is known, that is the finding', async () => {
  const services = fakeServices('/check');
  services.neededPass = 'the pass of this server';
  const page = new PageCheck(services);
  await expect
    .poll(() => page.check.conclusion.value)
    .toMatchObject({ network: { tag: 'server', problem: 'barred' } });
  page[Symbol.dispose]();

  services.preferences.save({ pass: services.neededPass });
  const { environment } = services;
  const another = new PageCheck(services);
  await expect.poll(() => environment.sockets.length).toBe(1);
  another[Symbol.dispose]();
});

test('devices are given back when the page is left', async () => {
  const { services, page } = setup();
  await expect.poll(() => services.devices.live.length).toBe(2);
  page[Symbol.dispose]();
  expect(services.devices.live).toEqual([]);
});
