import { expect, test } from 'vitest';
import { decodeFrameAncestors, pageHeaders } from './page-headers.ts';

const intranet = 'https://intranet.example';
const strictest = pageHeaders({ frameAncestors: [], assets: [] });

/** The headers that `_headers` gives to whatever is under this path, by name. */
function headersOf(text: string, path: string): Record<string, string> {
  const block = text.split(/^(?=\/)/m).find((each) => each.startsWith(`${path}\n`)) ?? '';
  const lines = block.split('\n').slice(1).filter(Boolean);
  return Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/, 2)));
}

test('nothing is allowed that is not named', () => {
  const { 'Content-Security-Policy': policy } = headersOf(strictest, '/*');
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types earshot-worker',
  ]);
});

test('no page may frame this one, in the words of old browsers too', () => {
  expect(headersOf(strictest, '/*')).toMatchObject({
    'Content-Security-Policy': expect.stringContaining("frame-ancestors 'none'"),
    'X-Frame-Options': 'DENY',
  });
});

test('the origins that are listed may frame it, and nobody is told that none may', () => {
  const headers = headersOf(
    pageHeaders({ frameAncestors: [intranet, 'http://localhost:3000'], assets: [] }),
    '/*',
  );
  expect(headers['Content-Security-Policy']).toContain(
    `frame-ancestors ${intranet} http://localhost:3000; `,
  );
  expect(headers).not.toHaveProperty('X-Frame-Options');
});

test('the page keeps its devices, and gives up what it has no use for', () => {
  const { 'Permissions-Policy': policy } = headersOf(strictest, '/*');
  const features = policy?.split(', ');
  expect(features).toEqual(expect.arrayContaining(['camera=(self)', 'microphone=(self)']));
  expect(features).toEqual(expect.arrayContaining(['geolocation=()', 'usb=()']));
});

test('only what is there and named by its hash is kept without asking again', () => {
  const text = pageHeaders({ frameAncestors: [], assets: ['/assets/index-a1.js'] });
  expect(headersOf(text, '/assets/index-a1.js')['Cache-Control']).toContain('immutable');
  expect(headersOf(text, '/*')).not.toHaveProperty('Cache-Control');
  expect(text.match(/^\//gm)).toHaveLength(2);
});

test('the longest list there may be leaves every line within what Cloudflare reads', () => {
  const decoded = decodeFrameAncestors(`https://${'a'.repeat(1_192)}`);
  const lines = pageHeaders({
    frameAncestors: decoded.ok ? decoded.origins : [],
    assets: [],
  }).split('\n');
  expect(decoded.ok).toBe(true);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
  expect(decodeFrameAncestors(`https://${'a'.repeat(1_193)}`)).toEqual({
    ok: false,
    problem: expect.stringMatching(/^FRAME_ANCESTORS is over 1200 characters long, [^.]+\.$/),
  });
});

test.each([
  ['', []],
  [' ', []],
  [`${intranet}, https://wiki.example:8443`, [intranet, 'https://wiki.example:8443']],
])('%j lists origins', (text, origins) => {
  expect(decodeFrameAncestors(text)).toEqual({ ok: true, origins });
});

test.each([
  'intranet.example',
  'https://intranet.example/',
  'https://intranet.example/wiki',
  'https://Intranet.example',
  'https://*.example',
  'https://me@intranet.example',
  'https://intranet.example:443',
  "https://intranet.example;script-src'unsafe-inline'",
  'ws://intranet.example',
  '*',
  "'self'",
])('%j is no origin, and is named in one sentence', (wrong) => {
  expect(decodeFrameAncestors(`${intranet} ${wrong}`)).toEqual({
    ok: false,
    problem: `FRAME_ANCESTORS lists "${wrong}"; it should list origins such as https://intranet.example, with no path.`,
  });
});
