// Pictures that come and are decoded, but not drawn: where no graphics processor does it, drawing costs browsers more than
// the rest of a call.

/** They keep their places and their sizes, so all goes on as if somebody looked. Runs in the page, before its own scripts. */
export function drawNoPictures(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('video { visibility: hidden; }');
  document.adoptedStyleSheets = [sheet];
}
