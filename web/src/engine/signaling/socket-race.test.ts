// Two sockets at once: one that may be dead, and one that is to take its place.
import { expect, test } from 'vitest';
import { closeCodes } from '../../../../protocol/close-code.ts';
import { pingFrame, pongFrame } from '../../../../protocol/limits.ts';
import { watchedSocket } from '../testing/watched-socket.ts';

test('[R8] a ping without a pong for five seconds opens a second socket beside the first', () => {
  const { clock, sockets, events, latest } = watchedSocket();
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
  const { clock, sockets, events, latest } = watchedSocket();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  const rival = latest();
  first.deliver(pongFrame);
  expect(events).toEqual(['down', 'up']);
  // Closed while it opens, it might tell the room that the page is gone.
  expect(rival.readyState).toBe(WebSocket.CONNECTING);
  rival.accept();
  expect(rival.readyState).toBe(WebSocket.CLOSING);
  first.deliver('signal');
  expect(events.at(-1)).toBe('signal');
  clock.advance(10_000);
  expect(first.sent).toEqual([pingFrame, pingFrame]);
  expect(sockets).toHaveLength(2);
});

test('[R14] a socket replaced by the rival that it had outrun is opened again', () => {
  const { clock, sockets, events, latest } = watchedSocket();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  first.deliver(pongFrame);
  first.drop(closeCodes.replaced);
  clock.advance(300);
  expect(sockets).toHaveLength(3);
  expect(events).toEqual(['down', 'up', 'down replaced']);
});

test('[R14] so is one whose rival had reached the room, and was outrun by what was still on its way', () => {
  const { clock, sockets, events, latest } = watchedSocket();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  latest().accept();
  first.deliver('signal');
  first.drop(closeCodes.replaced);
  clock.advance(300);
  expect(sockets).toHaveLength(3);
  expect(events).toEqual(['down', 'up', 'signal', 'down replaced']);
});

test('[R14] a silent socket that is closed leaves the way to its rival', () => {
  const { clock, sockets, events, latest } = watchedSocket();
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
  const { clock, sockets, events, latest } = watchedSocket();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  latest().drop();
  expect(first.readyState).toBe(WebSocket.CLOSING);
  clock.advance(300);
  expect(sockets).toHaveLength(3);
  expect(events).toEqual(['down', 'down']);
});

test('[R14] an attempt that was given up may reach the room late, and its successor comes back', () => {
  const { clock, sockets, events, latest } = watchedSocket();
  clock.advance(8_000 + 300);
  expect(sockets).toHaveLength(2);
  latest().accept();
  latest().deliver('welcome');
  latest().drop(closeCodes.replaced);
  clock.advance(300);
  expect(sockets).toHaveLength(3);
  expect(events).toEqual(['down', 'welcome', 'down replaced']);
});

test('[R14] a rival that opened before the silent socket was closed is heard', () => {
  const { clock, sockets, events, latest } = watchedSocket();
  const first = latest();
  first.accept();
  clock.advance(15_000);
  latest().accept();
  first.drop(closeCodes.replaced);
  latest().deliver('welcome');
  clock.advance(9_000);
  expect(events).toEqual(['down', 'welcome']);
  expect(sockets).toHaveLength(2);
});
