import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FakeRoom } from '../engine/testing/fake-room.ts';
import { rest } from '../engine/testing/linked-calls.ts';
import { AppModel } from './app-model.ts';
import { readLink } from './room-link.ts';
import { type FakeServices, fakeHostToken, fakeServices } from './testing/fake-services.ts';

const path = '/7k3m-9qpx-02ab';

const sealed = { isSealed: true };

test('the home page has a code before anyone asks, so a call starts with no further request', async () => {
  const services = fakeServices('/');
  const app = new AppModel(services);
  await asked(services);
  await app.startCall(sealed);
  expect(services.roomsAsked).toBe(1);
  expect(services.navigation.address()).toMatch(/^\/7k3m-9qpx-02ab#[\w-]{22}$/);
  const link = `https://earshot.test${services.navigation.address()}`;
  expect(app.page.value).toMatchObject({ at: 'room', link });
});

test('[S1] the server is told a lock, and never the key in the link', async () => {
  const services = fakeServices('/');
  const app = new AppModel(services);
  await app.startCall(sealed);
  const link = readLink(services.navigation.address());
  expect(services.locks).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
  expect(services.locks.join()).not.toContain(link?.key);
});

test('[R10] an open call is asked for on purpose, and its link is the code alone', async () => {
  const services = fakeServices('/');
  const app = new AppModel(services);
  await app.startCall({ isSealed: false });
  expect(services.locks.at(-1)).toBe('');
  expect(services.navigation.address()).toBe(path);
});

test('[H1] whoever starts a call is its host, in this browser from now on', async () => {
  const services = fakeServices('/');
  const { sockets } = services.environment;
  const app = new AppModel(services);
  await app.startCall(sealed);
  await opened(services);
  expect(sockets[0]?.protocols).toContain(`host.${fakeHostToken}`);
  services.moveTo('/0000-0000-0000');
  while (sockets.length < 2) await setImmediate();
  expect(sockets[1]?.protocols.join()).not.toContain('host.');
});

test('[R17] where a pass is needed the page asks for it, and keeps the one that was right', async () => {
  const services = fakeServices('/');
  services.neededPass = 'the pass of this server';
  const app = new AppModel(services);
  await asked(services);
  await rest();
  expect(app.start.value).toBe('barred');
  app.setPass('nonsense');
  await app.startCall(sealed);
  expect(app.start.value).toBe('barred');
  expect(services.preferences.load().pass).toBeUndefined();
  app.setPass(services.neededPass);
  await app.startCall(sealed);
  expect(app.page.value.at).toBe('room');
  expect(services.preferences.load().pass).toBe(services.neededPass);
});

test('a server that could not be reached is asked again at the press of the button', async () => {
  const services = fakeServices('/');
  services.nextCode = undefined;
  const app = new AppModel(services);
  await app.startCall(sealed);
  expect(app.start.value).toBe('unreachable');
  services.nextCode = '7k3m9qpx02ab';
  await app.startCall(sealed);
  expect(app.page.value.at).toBe('room');
});

test('two presses start one call', async () => {
  const services = fakeServices('/');
  const app = new AppModel(services);
  await Promise.all([app.startCall(sealed), app.startCall(sealed)]);
  await opened(services);
  await rest();
  expect(services.environment.sockets).toHaveLength(1);
});

test('an address that is no code has its own page, and opens nothing', () => {
  const services = fakeServices('/whatever');
  const app = new AppModel(services);
  expect(app.page.value.at).toBe('bad-link');
  expect(services.environment.sockets).toEqual([]);
});

test.each(['/check', '/check/', '/CHECK', '/Check/#top'])(
  '%s is the check, however it is passed on',
  (address) => {
    expect(new AppModel(fakeServices(address)).page.value.at).toBe('check');
  },
);

test.each(['/checks', '/check/up', '/a/check'])('%s is no check', (address) => {
  expect(new AppModel(fakeServices(address)).page.value.at).toBe('bad-link');
});

test('the check has a page of its own, which opens nothing by itself', () => {
  const services = fakeServices('/check');
  const app = new AppModel(services);
  expect(app.page.value.at).toBe('check');
  expect(services.environment.sockets).toEqual([]);
  services.moveTo('/');
  expect(app.page.value.at).toBe('home');
});

test('a call can be started from wherever a link led to none', async () => {
  const services = fakeServices('/whatever');
  const app = new AppModel(services);
  await app.startCall(sealed);
  expect(app.page.value.at).toBe('room');
});

test('a call that was started is not gone to by whoever has gone elsewhere meanwhile', async () => {
  const services = fakeServices('/');
  const app = new AppModel(services);
  const starting = app.startCall(sealed);
  app.openLink(path);
  await starting;
  expect(services.navigation.address()).toBe(path);
});

const key = 'AAECAwQFBgcICQoLDA0ODw';

test.each([path, `${path}#`, `${path}#top`, `${path}#${key}x`])(
  'an address that becomes %s has lost its key, which is put back, and the call goes on',
  async (address) => {
    const services = fakeServices(`${path}#${key}`);
    const app = new AppModel(services);
    await enter(services, app);
    services.moveTo(address);
    expect(services.environment.sockets).toHaveLength(1);
    expect(services.devices.live).toHaveLength(2);
    expect(services.navigation.address()).toBe(`${path}#${key}`);
  },
);

test('another key is another call', async () => {
  const services = fakeServices(`${path}#${key}`);
  const app = new AppModel(services);
  const room = await enter(services, app);
  services.moveTo(`${path}#${key.replace('A', 'B')}`);
  expect(room.state.value.phase).toBe('ended');
  expect(app.page.value).toMatchObject({ at: 'room' });
});

test('going back from a room leaves it and stops every device', async () => {
  const services = fakeServices(path);
  const app = new AppModel(services);
  await setImmediate();
  expect(services.devices.live).toHaveLength(2);
  services.moveTo('/');
  expect(app.page.value.at).toBe('home');
  expect(services.devices.live).toEqual([]);
  await rest();
  expect(services.environment.sockets[0]?.readyState).toBeGreaterThan(1);
});

test('a reload of someone inside takes the seat again without asking', async () => {
  const services = fakeServices(path);
  const first = new AppModel(services);
  await enter(services, first);
  expect(services.preferences.seat()).toBe('7k3m9qpx02ab');

  // A reload: the page is gone, what the tab remembers is not.
  const second = new AppModel(services);
  await enter(services, second, { presses: false });
});

test('a call one was inside is among the recent ones at home, and its link opens it again', async () => {
  const services = fakeServices(`${path}#${key}`);
  const app = new AppModel(services);
  await enter(services, app);
  app.goHome();
  expect(app.recent.rooms.value).toMatchObject([{ link: `${path}#${key}`, names: [] }]);
  for (const { link } of app.recent.rooms.value) app.openLink(link);
  expect(services.navigation.address()).toBe(`${path}#${key}`);
  expect(app.page.value.at).toBe('room');
});

test('whoever left is asked again in the lobby', async () => {
  const services = fakeServices(path);
  const app = new AppModel(services);
  const room = await enter(services, app);
  room.leave();
  expect(services.preferences.seat()).toBeUndefined();
  expect(services.devices.live).toEqual([]);
  app.comeBack();
  const { page } = app;
  if (page.value.at !== 'room') throw new Error('coming back leads to the room');
  expect(page.value.room.state.value.phase).toBe('connecting');
});

/** The page has asked for a room. */
async function asked(services: FakeServices): Promise<void> {
  while (services.roomsAsked === 0) await setImmediate();
}

/** WebCrypto takes its time. */
async function opened(services: FakeServices): Promise<void> {
  while (
    services.environment.sockets.every(({ readyState }) => readyState !== WebSocket.CONNECTING)
  )
    await setImmediate();
}

async function enter(services: FakeServices, app: AppModel, { presses } = { presses: true }) {
  const page = app.page.value;
  await opened(services);
  const socket = services.environment.sockets.at(-1);
  if (page.at !== 'room' || !socket) throw new Error('the page of a room opens a socket');
  new FakeRoom().welcome(socket);
  await rest();
  if (presses) page.room.join();
  await rest();
  expect(page.room.state.value.phase).toBe('inside');
  return page.room;
}
