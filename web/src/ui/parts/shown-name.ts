// A name as it may stand on the screen: others choose it, and may not play tricks with it.

const bidiControls = /\p{Bidi_Control}/gu;
/** The blocks of scripts that are written so (Unicode Character Database, DerivedBidiClass.txt). */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Anything but space, controls and characters that draw nothing, such as a zero width space. */
const somethingVisible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u;

/**
 * The name without the controls that turn the direction of the text around it; empty where nothing of
 * it can be seen.
 */
export function shownName(name: string): string {
  return isVisible(name) ? name.replaceAll(bidiControls, '').trim() : '';
}

/**
 * The same for a place inside a sentence, where a name written from right to left must not reorder what follows it: an
 * isolate (Unicode Bidirectional Algorithm, section 2.4.2), as <bdi> is one around a name that stands alone.
 */
export function nameInSentence(name: string): string {
  const shown = shownName(name);
  return rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown;
}

export function isVisible(text: string): boolean {
  return somethingVisible.test(text);
}
