// The web addresses in what somebody wrote, so that one can follow them.

/** All pieces of a text together are that text, to the letter. One with an `href` is an address, and leads there. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

/** Where one may begin. Whether it is an address, and where it ends, is not for a pattern to say. */
const candidates = /\bhttps?:\/\/[^\s<>"\\]+/gi;
const authority = /^https?:\/\/([^/?#]*)/i;
/** What ends a sentence, a quotation or an emphasis, rather than an address. */
const endsSentence = /(?![#%&/@_-])[\p{P}~^`]/u;
const closingOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export function linkedText(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let taken = 0;
  for (const { 0: candidate, index } of text.matchAll(candidates)) {
    const address = withoutTail(candidate);
    const href = hrefOf(address);
    if (href === undefined) continue;
    if (index > taken) pieces.push({ text: text.slice(taken, index) });
    pieces.push({ text: address, href });
    taken = index + address.length;
  }
  if (taken < text.length) pieces.push({ text: text.slice(taken) });
  return pieces;
}

/** Up to the last character that is no punctuation; a bracket that was opened in the address may close it. */
function withoutTail(candidate: string): string {
  const awaited: string[] = [];
  let end = 0;
  let index = 0;
  for (const character of candidate) {
    index += character.length;
    const closing = closingOf[character];
    if (closing !== undefined) awaited.push(closing);
    const isClosed = character === awaited.at(-1);
    if (isClosed) awaited.pop();
    if (isClosed || !endsSentence.test(character)) end = index;
  }
  return candidate.slice(0, end);
}

/**
 * Undefined unless the host that the browser would ask is the one that is read. So what is written in look-alikes of
 * other alphabets is no link, and neither are the honest names among these (both would be `xn--`), a number that is an
 * address, or a user name that looks like a host.
 */
function hrefOf(address: string): string | undefined {
  const url = URL.parse(address);
  const written = authority.exec(address)?.[1]?.replace(/:\d*$/, '').toLowerCase();
  return url && url.hostname === written ? url.href : undefined;
}
