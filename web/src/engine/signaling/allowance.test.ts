import { expect, test } from 'vitest';
import { floodBurstFrames, floodRefillPerSecond } from '../../../../protocol/limits.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Allowance } from './allowance.ts';

test('[M5] however much there is to say, the room never sees a flood', () => {
  const clock = new FakeClock();
  const allowance = new Allowance(clock);
  let sent = 0;
  for (let tick = 0; tick < 600; tick += 1) {
    for (let letter = 0; letter < 50; letter += 1) if (allowance.take()) sent += 1;
    expect(sent).toBeLessThanOrEqual(
      (floodBurstFrames + (clock.now() / 1000) * floodRefillPerSecond) / 2,
    );
    clock.advance(100);
  }
  expect(sent).toBeGreaterThan(floodBurstFrames / 2);
});
