import { expect, test } from 'vitest';
import { type Belief, doubt, evidence, nextBelief } from './belief.ts';

/** What is believed after each look; `x` shows it, `-` does not. */
function beliefs(looks: string, risesBy?: number): string {
  let belief: Belief = doubt;
  return looks
    .split('')
    .map((look) => {
      belief = nextBelief(belief, look === 'x', risesBy);
      return belief.isHeld ? 'x' : '-';
    })
    .join('');
}

test('one look convinces nobody, two of two or of three do', () => {
  expect(beliefs('x---')).toBe('----');
  expect(beliefs('xx')).toBe('-x');
  expect(beliefs('x-x')).toBe('--x');
  expect(beliefs('x--x--x')).toBe('-------');
});

test('slow evidence takes a look more', () => {
  expect(beliefs('xxx', evidence.slow)).toBe('--x');
  expect(beliefs('xx-xx', evidence.slow)).toBe('----x');
  expect(beliefs('x-x-x-x-', evidence.slow)).toBe('--------');
});

test('what was believed is given up after three looks that do not show it, however long it was', () => {
  expect(beliefs('xxxxxxxxx---')).toBe('-xxxxxxxxxx-');
  expect(beliefs('xxx--x---')).toBe('-xxxxxxx-');
});
