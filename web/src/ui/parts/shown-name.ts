// A name as it may stand on the screen: others choose it, and may not play tricks with it.

const bidiControls = /\p{Bidi_Control}/gu;
/** Anything but space, controls and characters that draw nothing, such as a zero width space. */
const somethingVisible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u;

/**
 * The name without the controls that turn the direction of the text around it; empty where nothing of
 * it can be seen.
 */
export function shownName(name: string): string {
  return isVisible(name) ? name.replaceAll(bidiControls, '').trim() : '';
}

export function isVisible(text: string): boolean {
  return somethingVisible.test(text);
}
