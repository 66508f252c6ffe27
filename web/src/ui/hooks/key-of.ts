// Which key was pressed, whatever the keyboard writes with it.

/**
 * The key in small letters; where it writes none of the letters from a to z (in Cyrillic, or in the middle of Chinese
 * input) the one that stands in its place on a keyboard that does.
 */
export function keyOf({ key, code }: { readonly key: string; readonly code: string }): string {
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return letter?.toLowerCase() ?? key.toLowerCase();
}
