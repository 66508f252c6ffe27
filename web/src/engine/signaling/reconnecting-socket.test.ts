import { expect, test } from 'vitest';
import { closeCodes } from '../../../../protocol/close-code.ts';
import { pingFrame, pongFrame, subprotocol } from '../../../../protocol/limits.ts';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import type { FakeSocket } from '../testing/fake-socket.ts';
import { ReconnectingSocket } from './reconnecting-socket.ts';

function setup() {
  const environment = fakeEnvironment();
  const { clock, sockets } = environment;
  const socket = new ReconnectingSocket({
    environment,
    url: 'ws://room.test',
    protocols: () => [subprotocol, `opened-${sockets.length}`],
  });
  const events: string[] = [];
  socket.on('frame', (frame) => events.push(frame));
  socket.on('down', (reason) => events.push(reason ? `down ${reason}` : 'down'));
  socket.on('up', () => events.push('up'));
  socket.on('refused', (reason) => events.push(`refused ${reason}`));
  socket.open();
  const latest = (): FakeSocket => {
    const last = sockets.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  };
  return { environment, clock, sockets, socket, events, latest };
}

test('a lost socket is opened again within 300 ms', () => {
  const { clock, sockets, events, latest } = setup();
  latest().accept();
  latest().drop();
  clock.advance(300);
  expect(sockets).toHaveLength(2);
  expect(events).toEqual(['down']);
});

test('a server that stays away is tried again and again, further and further apart', () => {
  const { clock, sockets, latest } = setup();
  const gapsMs: number[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    latest().drop();
    const lostMs = clock.now();
    const opened = sockets.length;
    while (sockets.length === opened) clock.advance(10);
    gapsMs.push(clock.now() - lostMs);
  }
  expect(gapsMs).toEqual([150, 500, 1_000, 2_000, 2_000, 2_000, 2_000, 2_000]);
});

test.each(['unknownRoom', 'roomFull', 'forbiddenOrigin', 'replaced'] as const)(
  'a close with %s is final, and says why',
  (reason) => {
    const { clock, sockets, events, latest } = setup();
    latest().accept();
    latest().drop(closeCodes[reason]);
    clock.advance(60_000);
    expect(sockets).toHaveLength(1);
    expect(events).toEqual([`refused ${reason}`]);
    expect(clock.pendingTimers).toBe(0);
  },
);

test.each(['serverError', 'silent'] as const)(
  'a close with %s is said, and not final',
  (reason) => {
    const { clock, sockets, events, latest } = setup();
    latest().drop(closeCodes[reason]);
    expect(events).toEqual([`down ${reason}`]);
    clock.advance(300);
    expect(sockets).toHaveLength(2);
  },
);

test('[R8] a ping goes out every ten seconds, and its pong is no message', () => {
  const { clock, sockets, events, latest } = setup();
  latest().accept();
  for (let beat = 0; beat < 3; beat += 1) {
    clock.advance(10_000);
    latest().deliver(pongFrame);
  }
  expect(latest().sent).toEqual([pingFrame, pingFrame, pingFrame]);
  expect(sockets).toHaveLength(1);
  expect(events).toEqual([]);
});

test('[R8] a ping without a pong for five seconds opens a second socket beside the first', () => {
  const { clock, sockets, events, latest } = setup();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  expect(events).toEqual(['down']);
  expect(sockets).toHaveLength(2);
  expect(first.readyState).toBe(WebSocket.OPEN);

  latest().accept();
  latest().deliver('welcome');
  expect(events).toEqual(['down', 'welcome']);
  expect(first.readyState).toBe(WebSocket.CLOSING);
});

test('[R8] a silent socket that speaks again before its rival does is kept', () => {
  const { clock, sockets, events, latest } = setup();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  const rival = latest();
  first.deliver(pongFrame);
  expect(events).toEqual(['down', 'up']);
  expect(rival.readyState).toBe(WebSocket.CLOSING);
  first.deliver('signal');
  expect(events.at(-1)).toBe('signal');
  clock.advance(10_000);
  expect(first.sent).toEqual([pingFrame, pingFrame]);
  expect(sockets).toHaveLength(2);
});

test('[R14] a socket replaced by the rival that it had outrun is opened again', () => {
  const { clock, sockets, events, latest } = setup();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  first.deliver(pongFrame);
  first.drop(closeCodes.replaced);
  clock.advance(300);
  expect(sockets).toHaveLength(3);
  expect(events).toEqual(['down', 'up', 'down replaced']);
});

test('[R14] a silent socket that is closed leaves the way to its rival', () => {
  const { clock, sockets, events, latest } = setup();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  first.drop(closeCodes.replaced);
  latest().accept();
  latest().deliver('welcome');
  expect(events).toEqual(['down', 'welcome']);
  expect(sockets).toHaveLength(2);
});

test('a rival that comes no further gives way to another attempt', () => {
  const { clock, sockets, events, latest } = setup();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  latest().drop();
  expect(first.readyState).toBe(WebSocket.CLOSING);
  clock.advance(300);
  expect(sockets).toHaveLength(3);
  expect(events).toEqual(['down', 'down']);
});

test('every socket is opened with the subprotocols of its time', () => {
  const { clock, sockets, latest } = setup();
  latest().drop();
  clock.advance(300);
  expect(sockets.map(({ protocols }) => protocols[1])).toEqual(['opened-0', 'opened-1']);
});

test('an upgrade that is never answered is given up for another', () => {
  const { clock, sockets } = setup();
  clock.advance(8_500);
  expect(sockets).toHaveLength(2);
});

test('a wake-up cuts the waiting short', () => {
  const { environment, clock, sockets, latest } = setup();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    latest().drop();
    clock.advance(8_000);
  }
  latest().drop();
  const opened = sockets.length;
  environment.wake();
  expect(sockets).toHaveLength(opened + 1);
});

test('a wake-up does not wait for an attempt from before the pause', () => {
  const { environment, sockets, latest } = setup();
  const stuck = latest();
  environment.wake();
  expect(sockets).toHaveLength(2);
  expect(stuck.readyState).toBe(WebSocket.CLOSING);
  expect(latest().readyState).toBe(WebSocket.CONNECTING);
});

test('after a socket that worked, the first retry is quick again', () => {
  const { clock, sockets, latest } = setup();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    latest().drop();
    clock.advance(8_000);
  }
  latest().accept();
  latest().deliver('welcome');
  latest().drop();
  const opened = sockets.length;
  clock.advance(300);
  expect(sockets).toHaveLength(opened + 1);
});

test('a wake-up with an open socket asks at once whether it is still alive, and waits two seconds', () => {
  const { environment, clock, sockets, events, latest } = setup();
  const first = latest();
  first.accept();
  environment.wake();
  expect(first.sent).toEqual([pingFrame]);
  clock.advance(2_000);
  expect(events).toEqual(['down']);
  expect(sockets).toHaveLength(2);
});

test('a machine that slept without a word is noticed by the time of day', () => {
  const { environment, clock, events, latest } = setup();
  latest().accept();
  clock.advance(9_000);
  environment.sleptMs = 60_000;
  clock.advance(1_000);
  expect(latest().sent).toEqual([pingFrame]);
  clock.advance(2_000);
  expect(events).toEqual(['down']);
});

test('what a given-up socket still says is not heard', () => {
  const { clock, events, latest } = setup();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  latest().accept();
  latest().deliver('welcome');
  first.deliver('late');
  first.drop();
  expect(events).toEqual(['down', 'welcome']);
});

test('after close nothing is left: no timer, no socket, no listener', () => {
  const { environment, clock, sockets, socket, events, latest } = setup();
  latest().accept();
  socket.close();
  latest().drop();
  environment.wake();
  clock.advance(60_000);
  expect(sockets).toHaveLength(1);
  expect(clock.pendingTimers).toBe(0);
  expect(events).toEqual([]);
  expect(socket.send('anything')).toBe(false);
});
