import { expect, test } from 'vitest';
import type { Shown } from '../engine/quality.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { patientTeller } from './patient-teller.ts';
import { unseen } from './testing/unseen.ts';

const face = (width: number) => ({ camera: { width, height: 180 }, screen: null });

function setup() {
  const clock = new FakeClock();
  const told: Shown[] = [];
  const teller = patientTeller(clock, (shown) => told.push(shown));
  return { clock, told, teller };
}

test('what comes into sight is told at once', () => {
  const { told, teller } = setup();
  teller.want(face(320));
  expect(told).toEqual([face(320)]);
});

test('what grows is told when it has found its size', () => {
  const { clock, told, teller } = setup();
  teller.want(face(320));
  for (const width of [400, 500, 600]) {
    teller.want(face(width));
    clock.advance(50);
  }
  expect(told).toEqual([face(320), face(600)]);
});

test('what goes out of sight is told a second later, unless it is back by then', () => {
  const { clock, told, teller } = setup();
  teller.want(face(320));
  teller.want(unseen);
  clock.advance(999);
  teller.want(face(320));
  clock.advance(5_000);
  expect(told).toEqual([face(320)]);
  teller.want(unseen);
  clock.advance(1_000);
  expect(told).toEqual([face(320), unseen]);
});

test('whoever has been told nothing is told that they are not seen', () => {
  const { clock, told, teller } = setup();
  teller.want(unseen);
  expect(told).toEqual([]);
  clock.advance(1_000);
  expect(told).toEqual([unseen]);
});

test('what grows does not wait for what shrinks', () => {
  const { clock, told, teller } = setup();
  teller.want(face(320));
  teller.want(face(160));
  clock.advance(100);
  teller.want(face(640));
  clock.advance(150);
  expect(told).toEqual([face(320), face(640)]);
});

test('a teller that is closed tells nothing more', () => {
  const { clock, told, teller } = setup();
  teller.want(face(320));
  teller.want(unseen);
  teller.close();
  expect(clock.pendingTimers).toBe(0);
  expect(told).toHaveLength(1);
});
