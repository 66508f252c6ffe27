// A colour for a person, the same wherever the person is drawn.
import './tint.css';

/** As many as there are `--colour-tint-*`. */
const tintCount = 6;

/** The class that sets `--tint`. `seed` is whatever names the person for good. */
export function tint(seed: string): string {
  const sum = Array.from(seed).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return `tint-${sum % tintCount}`;
}
