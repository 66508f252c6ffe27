import { expect, test, vi } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { Throttle } from './throttle.ts';

function limitedTo(limitBps: number) {
  const clock = new FakeClock();
  const onOpen = vi.fn();
  const throttle = new Throttle(clock, onOpen);
  throttle.limitBps = limitBps;
  throttle.spend(50 * (limitBps / 8_000)); // What a rest saved.
  return { clock, onOpen, throttle };
}

test('without a limit it is always open', () => {
  const { throttle } = limitedTo(8_000);
  throttle.limitBps = Infinity;
  throttle.spend(1_000_000);
  expect(throttle.ask()).toBe(true);
});

test('what goes out is waited for before the next, and whoever asked in vain is called once', () => {
  const { clock, onOpen, throttle } = limitedTo(8_000);
  throttle.spend(1_000);
  expect([throttle.ask(), throttle.ask()]).toEqual([false, false]);
  clock.advance(999);
  expect(onOpen).not.toHaveBeenCalled();
  clock.advance(1);
  expect(onOpen).toHaveBeenCalledOnce();
  expect(throttle.ask()).toBe(true);
});

test('what a late timer leaves unused goes out after it', () => {
  const { clock, throttle } = limitedTo(8_000);
  throttle.spend(1_000);
  clock.advance(1_040);
  throttle.spend(40);
  expect(throttle.ask()).toBe(true);
  throttle.spend(1);
  expect(throttle.ask()).toBe(false);
});

test('a long rest saves up no more than that', () => {
  const { clock, throttle } = limitedTo(8_000);
  clock.advance(60_000);
  throttle.spend(50);
  expect(throttle.ask()).toBe(true);
  throttle.spend(1);
  expect(throttle.ask()).toBe(false);
});

test('once closed it calls nobody', () => {
  const { clock, onOpen, throttle } = limitedTo(8_000);
  throttle.spend(1_000);
  expect(throttle.ask()).toBe(false);
  throttle.close();
  expect(clock.pendingTimers).toBe(0);
  clock.advance(5_000);
  expect(onOpen).not.toHaveBeenCalled();
});
