// Which browser, from what it calls itself to every server: its name and its main version, which say enough.

/** Most specific first: nearly all claim to be Chrome, and that to be Safari. */
const marks = [
  ['Edge', /\bEdgA?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+).*\bSafari\b/],
] as const;

const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'CrOS', 'Linux'];

export function browserName(userAgent: string): string {
  const browsers = marks.flatMap(([name, pattern]) => {
    const version = pattern.exec(userAgent)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  });
  const system = systems.find((each) => userAgent.includes(each));
  return [browsers[0] ?? '?', system ?? '?'].join(', ');
}
