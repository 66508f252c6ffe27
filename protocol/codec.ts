// One way in and one way out: size check, JSON, schema. What can't be decoded is refused by name,
// never thrown, because it came from outside.
import * as v from 'valibot';
import { maxFrameBytes } from './limits.ts';

export type DecodeFailure = 'too-large' | 'malformed' | 'unknown-type' | 'invalid';

export type Decoded<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: DecodeFailure };

type MessageSchema = v.GenericSchema<unknown, { readonly type: string }>;

/**
 * Decodes one text frame.
 * `too-large` is over {@link maxFrameBytes} in UTF-8, `malformed` is not JSON, `unknown-type` has no
 * `type` the schema knows, `invalid` has one but not its fields.
 */
export function decode<Schema extends MessageSchema>(
  schema: Schema,
  frame: string,
): Decoded<v.InferOutput<Schema>> {
  if (isTooLarge(frame)) return { ok: false, reason: 'too-large' };
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    return { ok: false, reason: 'malformed' };
  }
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const isTypeUnknown = result.issues.some((issue) => issue.type === 'variant');
  return { ok: false, reason: isTypeUnknown ? 'unknown-type' : 'invalid' };
}

/** Encodes a message of ours; its type is the promise that the other end can decode it. */
export function encode(message: {
  readonly type: string;
  readonly [field: string]: unknown;
}): string {
  return JSON.stringify(message);
}

/** UTF-8 takes one to three bytes for each UTF-16 code unit, so most frames need no encoding to be measured. */
function isTooLarge(frame: string): boolean {
  if (frame.length > maxFrameBytes) return true;
  if (frame.length * 3 <= maxFrameBytes) return false;
  return new TextEncoder().encode(frame).length > maxFrameBytes;
}
