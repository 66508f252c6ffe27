import { expect, test } from 'vitest';
import { clockTime } from './clock-time.ts';
import { pastMoment } from './past-moment.ts';

// By the calendar of wherever the test runs.
const now = new Date(2026, 2, 3, 0, 30).getTime();

test.each([
  [new Date(2026, 2, 3, 0, 10), 'today', '今天'],
  [new Date(2026, 2, 2, 23, 50), 'yesterday', '昨天'],
  [new Date(2026, 2, 2, 0, 0), 'yesterday', '昨天'],
  [new Date(2026, 2, 1, 23, 59), '1 Mar', '3月1日'],
  [new Date(2025, 11, 31, 12, 0), '31 Dec 2025', '2025年12月31日'],
  // Of a clock that has been set back since.
  [new Date(2026, 2, 4, 12, 0), '4 Mar', '3月4日'],
])('%s is told of as "%s", in Chinese as “%s”', (at, english, chinese) => {
  const atMs = at.getTime();
  expect(pastMoment('en-GB')(atMs, now)).toBe(`${english} ${clockTime('en-GB')(atMs)}`);
  expect(pastMoment('zh-CN')(atMs, now)).toBe(`${chinese} ${clockTime('zh-CN')(atMs)}`);
});
