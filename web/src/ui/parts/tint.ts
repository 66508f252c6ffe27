// A colour for a person, the same wherever the person is drawn, on everyone's screen.
import './tint.css';

/** As many as there are `--colour-tint-*`: with fewer, a handful of people would share colours. */
const tintCount = 12;

/** The class that sets `--tint`. `seed` is the person's id; undefined for oneself until the room has given one. */
export function tint(seed: string | undefined): string {
  const letters = Array.from(seed ?? '');
  const sum = letters.reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return `tint-${sum % tintCount}`;
}
