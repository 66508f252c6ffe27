// A colour for a person, the same wherever the person is drawn.
import './tint.css';

/** As many as there are `--colour-tint-*`: with fewer, a handful of people would share colours. */
const tintCount = 12;

/** The class that sets `--tint`. `seed` is whatever names the person for good, and empty for oneself. */
export function tint(seed: string): string {
  // The first is one's own.
  if (seed === '') return 'tint-0';
  const sum = Array.from(seed).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return `tint-${1 + (sum % (tintCount - 1))}`;
}
