import { expect, onTestFinished, test } from 'vitest';
import { FakeRoom } from '../engine/testing/fake-room.ts';
import { lobbyCheck } from './lobby-check.ts';
import { readLink } from './room-link.ts';
import { RoomModel } from './room-model.ts';
import { fakeServices } from './testing/fake-services.ts';

const servers = [{ urls: ['turn:relay.test'], username: 'ana', credential: 'secret' }];

async function setup() {
  const services = fakeServices('/7k3m-9qpx-02ab');
  const link = readLink('/7k3m-9qpx-02ab');
  if (!link) throw new Error('this is a link');
  const model = new RoomModel(link, services);
  const room = new FakeRoom();
  room.ice = { servers, lifetimeMs: null };
  const { sockets, clock } = services.environment;
  await expect.poll(() => sockets.length).toBe(1);
  const welcome = () => {
    sockets[0]?.accept();
    if (sockets[0]) room.welcome(sockets[0]);
  };
  const check = lobbyCheck(model);
  onTestFinished(() => {
    check[Symbol.dispose]();
    model[Symbol.dispose]();
  });
  return { check, clock, welcome, room, socket: sockets[0] };
}

test('the room’s own relays are tried, as soon as it has named them', async () => {
  const { check, welcome } = await setup();
  expect(check.network.server.value).toEqual({ at: 'running' });
  welcome();
  await expect.poll(() => check.network.server.value.at).toBe('found');
  expect(check.network.server.value).toEqual({ at: 'found', finding: { ok: true, servers } });
  expect(check.network.relays.value).toMatchObject([{ address: { host: 'relay.test' } }]);
});

test('a room that does not answer is waited for, but not for ever', async () => {
  const { check, clock } = await setup();
  clock.advance(12_000);
  await expect
    .poll(() => check.network.server.value)
    .toEqual({
      at: 'found',
      finding: { ok: false, problem: 'unreachable' },
    });
  expect(check.conclusion.value).toMatchObject({
    network: { tag: 'server', problem: 'unreachable' },
  });
});
