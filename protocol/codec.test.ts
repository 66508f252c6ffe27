import * as v from 'valibot';
import { expect, test } from 'vitest';
import { decode, encode } from './codec.ts';
import { maxFrameBytes } from './limits.ts';

const Message = v.variant('type', [v.object({ type: v.literal('say'), text: v.string() })]);

const frameOf = (text: string) => encode({ type: 'say', text });

test('a message comes back as it was encoded', () => {
  const message = { type: 'say', text: 'héllo' } as const;
  expect(decode(Message, encode(message))).toEqual({ ok: true, value: message });
});

test('fields the schema does not know are dropped, so a newer peer can add some', () => {
  expect(decode(Message, '{"type":"say","text":"a","mood":"b"}')).toEqual({
    ok: true,
    value: { type: 'say', text: 'a' },
  });
});

test.each([
  ['not JSON', '{', 'malformed'],
  ['no object', '7', 'unknown-type'],
  ['null', 'null', 'unknown-type'],
  ['no type', '{}', 'unknown-type'],
  ['a type nobody knows', '{"type":"sing"}', 'unknown-type'],
  ['a type that is no string', '{"type":7}', 'unknown-type'],
  ['a missing field', '{"type":"say"}', 'invalid'],
  ['a field of the wrong type', '{"type":"say","text":7}', 'invalid'],
])('%s is refused by name', (_what, frame, reason) => {
  expect(decode(Message, frame)).toEqual({ ok: false, reason });
});

test('a frame is measured in UTF-8 bytes, not in characters', () => {
  const room = maxFrameBytes - frameOf('').length;
  expect(decode(Message, frameOf('a'.repeat(room))).ok).toBe(true);
  expect(decode(Message, frameOf('a'.repeat(room + 1)))).toEqual({
    ok: false,
    reason: 'too-large',
  });
  expect(decode(Message, frameOf('€'.repeat(room / 3 + 1)))).toEqual({
    ok: false,
    reason: 'too-large',
  });
});
