import { beforeAll, expect, test } from 'vitest';
import { peerIdFrom } from '../../../../protocol/ids.ts';
import { loadCallText } from '../text/call.ts';
import { sentenceOf } from './sentence-of.ts';

const id = peerIdFrom(new Uint8Array(16).fill(1));

beforeAll(loadCallText);

test('someone who comes is named', () => {
  expect(sentenceOf({ kind: 'joined', id, name: 'Ana' })).toBe('Ana joined');
});

test('someone without a name is a guest', () => {
  expect(sentenceOf({ kind: 'left', id, name: ' ' })).toBe('Guest left');
});

test('a name written from right to left leaves the rest of the sentence where it is', () => {
  expect(sentenceOf({ kind: 'muted', id, name: 'נעה' })).toBe('\u2068נעה\u2069 is muted');
});
