// What can be wrong with the words on a page, whatever they say: cut off, spilled over, missing, or never meant for people.

/** Runs in the page. One line for each finding. */
export function misprints(): string[] {
  const found = new Set<string>();
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth)
    found.add(`the page is ${page.scrollWidth} px wide, in ${page.clientWidth}`);
  for (const { element, words, box } of shownTexts()) {
    const where = `“${words}” (${element.tagName.toLowerCase()}.${element.className})`;
    if (/undefined|\[object|NaN|\bnull\b/.test(words))
      found.add(`${where} was not meant for people`);
    if (isCut(element, box)) found.add(`${where} does not fit`);
  }
  for (const button of document.querySelectorAll('button, [role=button], a, select, input')) {
    if (isShown(button) && nameOf(button) === '') found.add(`${button.outerHTML} has no name`);
  }
  return [...found];

  /** Each piece of text that can be seen, with the place it takes. */
  function* shownTexts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!element || words === '' || !isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      yield { element, words, box: range.getBoundingClientRect() };
    }
  }

  /** Neither hidden nor there for screen readers only. */
  function isShown(element: Element): boolean {
    return (
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('.visually-hidden, option')
    );
  }

  /** Beside the window, or beside a box that is not made to be scrolled or to end in three dots. */
  function isCut(element: Element, text: DOMRect): boolean {
    for (let box: Element | null = element; box; box = box.parentElement) {
      const { overflowX, textOverflow, display } = getComputedStyle(box);
      if (textOverflow === 'ellipsis' || ['auto', 'scroll'].includes(overflowX)) return false;
      if (display === 'inline' || display === 'contents') continue;
      const rect = box.getBoundingClientRect();
      const isWider = text.left < rect.left - 1 || text.right > rect.right + 1;
      const isHigher = text.top < rect.top - 1 || text.bottom > rect.bottom + 1;
      if (isWider && (box === element || box.matches('button, a'))) return true;
      if (overflowX !== 'visible' && (isWider || isHigher)) return true;
    }
    return text.left < -1 || text.right > innerWidth + 1;
  }

  function nameOf(element: Element): string {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const texts = [
      element.getAttribute('aria-label'),
      element.textContent,
      ...labels.map((label) => label.textContent),
    ];
    return texts.join('').trim();
  }
}

/** All that people see, hear from a screen reader or are shown on pointing, but for what is in a language of its own; runs in the page. */
export function everyWord(): string[] {
  const own = '[lang]:not(html), input, noscript';
  const texts: string[] = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest(own)) texts.push(node.textContent ?? '');
  for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`))
      texts.push(element.getAttribute(name) ?? '');
  }
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
