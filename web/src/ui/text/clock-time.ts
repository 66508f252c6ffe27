// A time of day in the words of a language, on the 12 or 24 hours that the browser is set to.

/** Writes milliseconds since 1970 as hours and minutes. */
export function clockTime(locale: string): (atMs: number) => string {
  const { hourCycle = 'h23' } = new Intl.DateTimeFormat(undefined, {
    hour: 'numeric',
  }).resolvedOptions();
  const format = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle,
  });
  return (atMs) => format.format(atMs);
}
