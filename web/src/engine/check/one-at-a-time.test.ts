import { expect, test } from 'vitest';
import { OneAtATime } from './one-at-a-time.ts';

test('each has its turn when those before it have ended, well or not', async () => {
  const turns = new OneAtATime();
  const order: string[] = [];
  const first = turns.run(async () => {
    order.push('first begins');
    await Promise.resolve();
    order.push('first ends');
  });
  const second = turns.run(() => {
    order.push('second begins');
    return Promise.reject(new Error('in vain'));
  });
  await first;
  await expect(second).rejects.toThrow('in vain');
  expect(await turns.run(() => Promise.resolve('third'))).toBe('third');
  expect(order).toEqual(['first begins', 'first ends', 'second begins']);
});
