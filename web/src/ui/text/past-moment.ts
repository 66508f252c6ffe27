// A moment of the past in the words of a language: its day, as people call it, and its time of day.
import { clockTime } from './clock-time.ts';

/** Both in milliseconds since 1970. */
export function pastMoment(locale: string): (atMs: number, nowMs: number) => string {
  const time = clockTime(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (atMs, nowMs) => {
    const [at, now] = [new Date(atMs), new Date(nowMs)];
    const days = daysBetween(at, now);
    const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric';
    const day =
      days === 0 || days === 1
        ? relative.format(-days, 'day')
        : at.toLocaleDateString(locale, { day: 'numeric', month: 'short', year });
    return `${day} ${time(atMs)}`;
  };
}

/** By the calendar. Days are up to an hour longer or shorter where clocks are changed. */
function daysBetween(from: Date, to: Date): number {
  const [start, end] = [new Date(from), new Date(to)];
  return Math.round((end.setHours(0, 0, 0, 0) - start.setHours(0, 0, 0, 0)) / 86_400_000);
}
