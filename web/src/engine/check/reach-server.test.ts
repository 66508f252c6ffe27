import { expect, test } from 'vitest';
import { closeCodes } from '../../../../protocol/close-code.ts';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { FakeRoom } from '../testing/fake-room.ts';
import { reachServer } from './reach-server.ts';

const servers = [{ urls: ['turn:relay.test'], username: 'ana', credential: 'secret' }];

/** A server whose answer to the wish for a room is `answer`. */
function setup(answer: () => Promise<Response>) {
  const environment = Object.assign(fakeEnvironment(), { fetch: answer });
  const abort = new AbortController();
  const reaching = reachServer({
    environment,
    signal: abort.signal,
    pass: undefined,
    socketUrl: (code) => `wss://earshot.test/${code}`,
  });
  const socket = async () => {
    await expect.poll(() => environment.sockets.length).toBe(1);
    const [opened] = environment.sockets;
    if (!opened) throw new Error('there is one, as was just seen');
    return opened;
  };
  return { environment, clock: environment.clock, abort, reaching, socket };
}

const host = `0.${'h'.repeat(43)}`;
const made = () => Promise.resolve(Response.json({ code: '7k3m9qpx02ab', host }, { status: 201 }));

test('the welcome to a room of its own names the relays', async () => {
  const { reaching, socket, clock } = setup(made);
  const room = new FakeRoom();
  room.ice = { servers, lifetimeMs: null };
  const opened = await socket();
  opened.accept();
  room.welcome(opened);
  expect(await reaching).toEqual({ ok: true, servers });
  // Nothing of it stays: the socket closes, and nobody waits for anything.
  await expect.poll(() => opened.readyState).toBe(WebSocket.CLOSING);
  expect(clock.pendingTimers).toBe(0);
});

test('whoever needs a pass, or asks too often, is told so', async () => {
  const refusing = (status: number) => () => Promise.resolve(Response.json({}, { status }));
  expect(await setup(refusing(401)).reaching).toEqual({ ok: false, problem: 'barred' });
  expect(await setup(refusing(429)).reaching).toEqual({ ok: false, problem: 'busy' });
});

test('a server that can’t be asked is out of reach, at once or after a while', async () => {
  const gone = setup(() => Promise.reject(new TypeError('no network')));
  expect(await gone.reaching).toEqual({ ok: false, problem: 'unreachable' });
  const silent = setup(() => Promise.withResolvers<Response>().promise);
  silent.clock.advance(12_000);
  expect(await silent.reaching).toEqual({ ok: false, problem: 'unreachable' });
});

test('a server that makes rooms and lets no socket in has something in front of it', async () => {
  const { clock, reaching, socket } = setup(made);
  await socket();
  clock.advance(12_000);
  expect(await reaching).toEqual({ ok: false, problem: 'socketless' });
});

test('a server that says so has a fault of its own', async () => {
  const { clock, reaching, socket } = setup(made);
  const opened = await socket();
  opened.accept();
  opened.drop(closeCodes.serverError);
  await Promise.resolve();
  clock.advance(12_000);
  expect(await reaching).toEqual({ ok: false, problem: 'faulty' });
});

test('it is given up at once when nobody wants to know any more', async () => {
  const { clock, abort, reaching, socket } = setup(made);
  const opened = await socket();
  abort.abort();
  expect(await reaching).toMatchObject({ ok: false });
  await expect.poll(() => opened.readyState).toBe(WebSocket.CLOSING);
  expect(clock.pendingTimers).toBe(0);
});
