import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FakeRoom } from '../engine/testing/fake-room.ts';
import { rest } from '../engine/testing/linked-calls.ts';
import { AppModel, readLink } from './app-model.ts';
import { fakeServices } from './testing/fake-services.ts';

const path = '/7k3m-9qpx-02ab';

test.each([
  ['7k3m-9qpx-02ab'],
  ['7K3M9QPX02AB'],
  [' 7k3m 9qpx o2ab '],
  ['https://earshot.test/7k3m-9qpx-02ab'],
  ['https://earshot.test/7k3m-9qpx-02ab?utm=x#key'],
  ['earshot.test/7k3m-9qpx-02ab'],
  ['https://earshot.test/7k3m-9qpx-02ab/'],
  ['/7k3m-9qpx-02ab/?a=b#c'],
  ['Join me: https://earshot.test/7k3m-9qpx-02ab.'],
  ['<7k3m–9qpx–02ab>'],
])('%j is read as a link to a room', (text) => {
  expect(readLink(text)).toBe('7k3m9qpx02ab');
});

test.each([[''], ['nonsense'], ['https://earshot.test/'], ['https://'], ['7k3m-9qpx']])(
  '%j is no link',
  (text) => {
    expect(readLink(text)).toBeUndefined();
  },
);

test('the home page has a code before anyone asks, so a call starts with no further request', async () => {
  const services = fakeServices('/');
  const app = new AppModel(services);
  expect(services.roomsAsked).toBe(1);
  await app.startCall();
  expect(services.roomsAsked).toBe(1);
  expect(app.page.value).toMatchObject({ at: 'room', link: `https://earshot.test${path}` });
  expect(services.navigation.path()).toBe(path);
});

test('a server that could not be reached is asked again at the press of the button', async () => {
  const services = fakeServices('/');
  services.nextCode = undefined;
  const app = new AppModel(services);
  await app.startCall();
  expect(app.start.value).toBe('unreachable');
  services.nextCode = '7k3m9qpx02ab';
  await app.startCall();
  expect(app.page.value.at).toBe('room');
});

test('two presses start one call', async () => {
  const services = fakeServices('/');
  const app = new AppModel(services);
  await Promise.all([app.startCall(), app.startCall()]);
  expect(services.environment.sockets).toHaveLength(1);
});

test('an address that is no code has its own page, and opens nothing', () => {
  const services = fakeServices('/whatever');
  const app = new AppModel(services);
  expect(app.page.value.at).toBe('bad-link');
  expect(services.environment.sockets).toEqual([]);
});

test('a change behind the # leaves the call alone', async () => {
  const services = fakeServices(path);
  const app = new AppModel(services);
  await enter(services, app);
  services.moveTo(path);
  expect(services.environment.sockets).toHaveLength(1);
  expect(services.devices.live).toHaveLength(2);
});

test('going back from a room leaves it and stops every device', async () => {
  const services = fakeServices(path);
  const app = new AppModel(services);
  await setImmediate();
  expect(services.devices.live).toHaveLength(2);
  services.moveTo('/');
  expect(app.page.value.at).toBe('home');
  expect(services.devices.live).toEqual([]);
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

async function enter(
  services: ReturnType<typeof fakeServices>,
  app: AppModel,
  { presses } = { presses: true },
) {
  const page = app.page.value;
  const socket = services.environment.sockets.at(-1);
  if (page.at !== 'room' || !socket) throw new Error('the page of a room opens a socket');
  new FakeRoom().welcome(socket);
  await rest();
  if (presses) page.room.join();
  await rest();
  expect(page.room.state.value.phase).toBe('inside');
  return page.room;
}
