// The headers of all that the page is made of, as the `_headers` file of Cloudflare's static assets: the strictest that
// it runs under. What an operator may loosen is who shows it in a frame.

/** The name by which scripts/ and wrangler.toml know it. */
export const frameAncestorsVariable = 'FRAME_ANCESTORS';

/** A `host-source` with a scheme (CSP3, section 2.3.1) and no more: whatever else came through would end the directive. */
const originPattern = /^https?:\/\/[a-z\d.-]+(:\d+)?$/;
/** Cloudflare drops a line of over 2,000 characters, and so the whole policy; it needs some 500 itself. */
const maxListLength = 1_200;
const oneYearSeconds = 31_536_000;
/** Not for subdomains: those of the operator’s domain are not ours to speak for. */
const twoYearsSeconds = 2 * oneYearSeconds;

export type FrameAncestors =
  | { readonly ok: true; readonly origins: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/** Origins separated by spaces or commas; the problem with what is no such list is one sentence. */
export function decodeFrameAncestors(text: string): FrameAncestors {
  const origins = text.split(/[\s,]+/).filter((item) => item !== '');
  const wrong = origins.find((item) => !isOrigin(item));
  if (wrong !== undefined) {
    const example = 'origins such as https://intranet.example, with no path';
    return refused(`lists "${wrong}"; it should list ${example}.`);
  }
  if (origins.join(' ').length > maxListLength) {
    return refused(`is over ${maxListLength} characters long, more than its header has room for.`);
  }
  return { ok: true, origins };
}

function isOrigin(item: string): boolean {
  return originPattern.test(item) && URL.parse(item)?.origin === item;
}

function refused(problem: string): FrameAncestors {
  return { ok: false, problem: `${frameAncestorsVariable} ${problem}` };
}

export interface PageParts {
  /** The origins whose pages may show this one in a frame. */
  readonly frameAncestors: readonly string[];
  /** The paths of what is named by a hash of what it holds, such as `/assets/index-D-pu6Lrd.js`. */
  readonly assets: readonly string[];
}

export function pageHeaders({ frameAncestors, assets }: PageParts): string {
  const everywhere: Record<string, string> = {
    'Content-Security-Policy': contentSecurityPolicy(frameAncestors),
    'Permissions-Policy': permissionsPolicy(),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Strict-Transport-Security': `max-age=${twoYearsSeconds}`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // It knows only all or nothing, and browsers that know frame-ancestors pass it over.
    ...(frameAncestors.length === 0 && { 'X-Frame-Options': 'DENY' }),
  };
  // One by one: where a file is missing the page is the answer, which is not to be kept under its name.
  const kept = { 'Cache-Control': `public, max-age=${oneYearSeconds}, immutable` };
  return [rule('/*', everywhere), ...assets.map((path) => rule(path, kept))].join('\n');
}

function rule(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join(
    '\n',
  );
}

function contentSecurityPolicy(frameAncestors: readonly string[]): string {
  const directives: Record<string, string> = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    // Pictures that the page has in hand, such as those somebody sent: a blob: is of this page and of no other.
    'img-src': "'self' blob:",
    'media-src': "'self'",
    // Of the same host, so it covers the room's socket, too (CSP3, section 6.7.2.8; Safari since 16).
    'connect-src': "'self'",
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': frameAncestors.join(' ') || "'none'",
    'require-trusted-types-for': "'script'",
    // The one that engine/environment.ts makes; any other throws, and so does one of that name made again.
    'trusted-types': 'earshot-worker',
  };
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ');
}

// What the page uses; `web-share` is its own by default, and Chromium for Linux warns of the name.
const used = [
  'autoplay',
  'camera',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'microphone',
  'picture-in-picture',
  'screen-wake-lock',
  'speaker-selection',
];

// Not all there are: `local-network-access` and its kind may come to stand between people in one office. Chromium for
// Linux has no `bluetooth` and warns of that name, but the others have.
const unused = [
  'accelerometer',
  'bluetooth',
  'browsing-topics',
  'clipboard-read',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'midi',
  'otp-credentials',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

function permissionsPolicy(): string {
  return [...used.map((name) => `${name}=(self)`), ...unused.map((name) => `${name}=()`)].join(
    ', ',
  );
}
