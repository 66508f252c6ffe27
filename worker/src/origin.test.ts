import { expect, test } from 'vitest';
import { isAllowedOrigin } from './origin.ts';

const from = (origin?: string) =>
  new Request('https://calls.test/api/rooms', { headers: origin ? { Origin: origin } : {} });

test("[R9] by default only the deployment's own pages may call it", () => {
  expect(isAllowedOrigin(from('https://calls.test'), [])).toBe(true);
  for (const origin of ['http://calls.test', 'https://calls.test:8443', 'https://a.test', 'null']) {
    expect(isAllowedOrigin(from(origin), [])).toBe(false);
  }
});

test('[R9] a list of origins is allowed beside them', () => {
  const allowed = ['https://a.test', 'https://b.test'];
  expect(isAllowedOrigin(from('https://b.test'), allowed)).toBe(true);
  expect(isAllowedOrigin(from('https://calls.test'), allowed)).toBe(true);
  expect(isAllowedOrigin(from('https://c.test'), allowed)).toBe(false);
});

test('[R9] what sends no Origin is no browser, and may call', () => {
  expect(isAllowedOrigin(from(), ['https://a.test'])).toBe(true);
});
