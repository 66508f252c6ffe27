// What a variable of the operator's may be: text, a whole number, or a list.
import * as v from 'valibot';

/** As written by the operator: unset is empty, and an unquoted number of a TOML file is still text. */
export const Text = v.pipe(v.optional(v.unknown(), ''), v.transform(String));

/** A whole number within `bounds`; `fallback` when it is not set. */
export function wholeNumber(name: string, bounds: { fallback: number; min: number; max: number }) {
  const { fallback, min, max } = bounds;
  return v.pipe(
    Text,
    v.check(
      (text) => text === '' || (/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max),
      ({ input }) => `${name} is "${input}"; it should be a whole number from ${min} to ${max}.`,
    ),
    v.transform((text) => (text === '' ? fallback : Number(text))),
  );
}

/** Items separated by spaces, commas or both; `problem` says what is wrong with one that is none. */
export function listOf(isItem: (item: string) => boolean, problem: (item: string) => string) {
  return v.pipe(
    listSeparatedBy(/[\s,]+/),
    v.array(
      v.pipe(
        v.string(),
        v.check(isItem, ({ input }) => problem(input)),
      ),
    ),
  );
}

/** Text cut at what matches; an empty one has no items. */
export function listSeparatedBy(separator: RegExp) {
  return v.pipe(
    Text,
    v.transform((text) => text.split(separator).filter((item) => item !== '')),
  );
}
