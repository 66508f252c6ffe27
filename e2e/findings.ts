// Looks for what nobody but the people of a call should know, in whatever disguise it might travel.

/** The kinds of things that are found by what they look like. */
const patterns = [
  ['a description', /a=fingerprint|a=ice-ufrag|v=0\\?r?\\?n|m=audio/],
  ['a candidate', /candidate:\d/],
  ['an address', /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/],
] as const;

/** What of `secrets`, and which kinds of things, are in `texts`: as they are, or in one of the usual encodings. */
export function findings(texts: readonly string[], secrets: readonly string[]): string[] {
  const all = texts.flatMap((text) => [text, ...decodings(text)]).join('\n');
  const kinds = patterns.filter(([, pattern]) => pattern.test(all)).map(([kind]) => kind);
  return [
    ...kinds,
    ...secrets.filter((secret) => disguises(secret).some((each) => all.includes(each))),
  ];
}

/** Every long word of a text that is base64 or hexadecimal, as what it stands for. */
function decodings(text: string): string[] {
  const words = text.match(/[\w+/=-]{16,}/g) ?? [];
  return words.flatMap((word) => [
    Buffer.from(word, 'base64').toString(),
    Buffer.from(word, 'hex').toString(),
  ]);
}

function disguises(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    encodeURIComponent(secret),
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
  ];
}
