import { expect, test } from 'vitest';
import { closeCodes } from '../../../../protocol/close-code.ts';
import { pingFrame, pongFrame } from '../../../../protocol/limits.ts';
import { watchedSocket } from '../testing/watched-socket.ts';

test('a lost socket is opened again within 300 ms', () => {
  const { clock, sockets, events, latest } = watchedSocket();
  latest().accept();
  latest().drop();
  clock.advance(300);
  expect(sockets).toHaveLength(2);
  expect(events).toEqual(['down']);
});

test('a server that stays away is tried again and again, further and further apart', () => {
  const { clock, sockets, latest } = watchedSocket();
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
    const { clock, sockets, events, latest } = watchedSocket();
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
    const { clock, sockets, events, latest } = watchedSocket();
    latest().drop(closeCodes[reason]);
    expect(events).toEqual([`down ${reason}`]);
    clock.advance(300);
    expect(sockets).toHaveLength(2);
  },
);

test('[R8] a ping goes out every ten seconds, and its pong is no message', () => {
  const { clock, sockets, events, latest } = watchedSocket();
  latest().accept();
  for (let beat = 0; beat < 3; beat += 1) {
    clock.advance(10_000);
    latest().deliver(pongFrame);
  }
  expect(latest().sent).toEqual([pingFrame, pingFrame, pingFrame]);
  expect(sockets).toHaveLength(1);
  expect(events).toEqual([]);
});

test('every socket is opened with the subprotocols of its time', () => {
  const { clock, sockets, latest } = watchedSocket();
  latest().drop();
  clock.advance(300);
  expect(sockets.map(({ protocols }) => protocols[1])).toEqual(['opened-0', 'opened-1']);
});

test('an upgrade that is never answered is given up for another', () => {
  const { clock, sockets } = watchedSocket();
  clock.advance(8_500);
  expect(sockets).toHaveLength(2);
});

test('a wake-up cuts the waiting short', () => {
  const { environment, clock, sockets, latest } = watchedSocket();
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
  const { environment, sockets, latest } = watchedSocket();
  const stuck = latest();
  environment.wake();
  expect(sockets).toHaveLength(2);
  expect(stuck.readyState).toBe(WebSocket.CLOSING);
  expect(latest().readyState).toBe(WebSocket.CONNECTING);
});

test('after a socket that worked, the first retry is quick again', () => {
  const { clock, sockets, latest } = watchedSocket();
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
  const { environment, clock, sockets, events, latest } = watchedSocket();
  const first = latest();
  first.accept();
  environment.wake();
  expect(first.sent).toEqual([pingFrame]);
  clock.advance(2_000);
  expect(events).toEqual(['down']);
  expect(sockets).toHaveLength(2);
});

test('a machine that slept without a word is noticed by the time of day', () => {
  const { environment, clock, events, latest } = watchedSocket();
  latest().accept();
  clock.advance(9_000);
  environment.sleptMs = 60_000;
  clock.advance(1_000);
  expect(latest().sent).toEqual([pingFrame]);
  clock.advance(2_000);
  expect(events).toEqual(['down']);
});

test('what a given-up socket still says is not heard', () => {
  const { clock, events, latest } = watchedSocket();
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
  const { environment, clock, sockets, socket, events, latest } = watchedSocket();
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
