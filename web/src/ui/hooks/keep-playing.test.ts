import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { keepPlaying, type Player } from './keep-playing.ts';

/** Plays once it is allowed to, and pauses when the test says so. */
class FakePlayer extends EventTarget implements Player {
  isAllowed = false;
  paused = true;
  ended = false;
  /** Whether the promise of play() settles, as it does not while nothing is sent. */
  hasSomething = true;

  play(): Promise<void> {
    if (!this.isAllowed) return Promise.reject(new DOMException('click first', 'NotAllowedError'));
    this.paused = false;
    this.dispatchEvent(new Event('play'));
    return this.hasSomething ? Promise.resolve() : new Promise(() => {});
  }

  pause(): void {
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
}

function setup(change: Partial<FakePlayer> = {}) {
  const player = Object.assign(new FakePlayer(), change);
  const page = new EventTarget();
  const heldBack: boolean[] = [];
  const stop = keepPlaying(player, { page, onHeldBack: (isHeldBack) => heldBack.push(isHeldBack) });
  return { player, page, heldBack, stop };
}

test('what may play is not held back, even while nothing is sent', () => {
  const { player, heldBack } = setup({ isAllowed: true, hasSomething: false });
  expect(player.paused).toBe(false);
  expect(heldBack).not.toContain(true);
});

test.each(['click', 'keydown'])('what is held back plays at the next %s anywhere', (gesture) => {
  const { player, page, heldBack } = setup();
  expect(heldBack.at(-1)).toBe(true);
  player.isAllowed = true;
  page.dispatchEvent(new Event(gesture));
  expect(player.paused).toBe(false);
  expect(heldBack.at(-1)).toBe(false);
});

test('a gesture that allows nothing leaves it held back', () => {
  const { page, heldBack } = setup();
  page.dispatchEvent(new Event('keydown'));
  expect(heldBack.at(-1)).toBe(true);
});

test('what the browser pauses in the middle is held back, and has the same way back', () => {
  const { player, page, heldBack } = setup({ isAllowed: true });
  player.pause();
  expect(heldBack.at(-1)).toBe(true);
  page.dispatchEvent(new Event('click'));
  expect(heldBack.at(-1)).toBe(false);
});

test('what has come to its end is not held back', () => {
  const { player, heldBack } = setup({ isAllowed: true });
  player.ended = true;
  player.pause();
  expect(heldBack).not.toContain(true);
});

test('a player that goes is held back no longer, and nothing is listened to', () => {
  const { player, page, heldBack, stop } = setup();
  stop();
  expect(heldBack.at(-1)).toBe(false);
  const listeners = [
    ...['play', 'pause'].flatMap((name) => getEventListeners(player, name)),
    ...['click', 'keydown'].flatMap((name) => getEventListeners(page, name)),
  ];
  expect(listeners).toEqual([]);
});
