import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import { news, noNews } from './news.ts';

const ana = peerIdFrom(new Uint8Array(16).fill(1));
const ben = peerIdFrom(new Uint8Array(16).fill(2));

test('someone who comes is named', () => {
  expect(news(noNews, new Map([[ana, 'Ana']])).sentence).toBe('Ana joined.');
});

test('someone who goes is named by the last name they had', () => {
  const before = news(noNews, new Map([[ana, 'Ana']]));
  expect(news(before, new Map()).sentence).toBe('Ana left.');
});

test('someone without a name is a guest', () => {
  expect(news(noNews, new Map([[ana, '']])).sentence).toBe('Guest joined.');
});

test('coming and going at once are both told', () => {
  const before = news(noNews, new Map([[ana, 'Ana']]));
  expect(news(before, new Map([[ben, 'Ben']])).sentence).toBe('Ben joined. Ana left.');
});

test('a look at which nothing has changed keeps the last sentence, so that it is read to its end', () => {
  const before = news(noNews, new Map([[ana, 'Ana']]));
  expect(news(before, new Map([[ana, 'Ana']])).sentence).toBe('Ana joined.');
});
