import { expect, test } from 'vitest';
import { decodeConfig } from './config.ts';

const ROOM_SECRET = '0123456789abcdef0123456789abcdef';
const TURN_SECRET = 'shared';
const cloudflare = { CLOUDFLARE_TURN_KEY_ID: 'key', CLOUDFLARE_TURN_API_TOKEN: 'token' };

function configOf(variables: object) {
  const decoded = decodeConfig({ ROOM_SECRET, ...variables });
  if (!decoded.ok) throw new Error(decoded.problems.join('\n'));
  const { stunUrls, turn } = decoded.config;
  return { stunUrls, turn };
}

function problemsOf(variables: object): readonly string[] {
  const decoded = decodeConfig({ ROOM_SECRET, ...variables });
  return decoded.ok ? [] : decoded.problems;
}

test('stun and turn URLs go their own ways', () => {
  const TURN_URLS =
    'stun:relay.test turn:192.0.2.1:3478?transport=udp turns:[2001:db8::1]:443 stun:b.test';
  expect(configOf({ TURN_URLS, TURN_SECRET, TURN_TTL_SECONDS: '3600' })).toEqual({
    stunUrls: ['stun:relay.test', 'stun:b.test'],
    turn: {
      provider: 'hosts',
      hosts: [
        { host: '192.0.2.1', urls: ['turn:192.0.2.1:3478?transport=udp'], continents: null },
        { host: '[2001:db8::1]', urls: ['turns:[2001:db8::1]:443'], continents: null },
      ],
      access: { type: 'secret', secret: 'shared', ttlSeconds: 3600 },
    },
  });
});

const user = { TURN_USER: 'lab', TURN_PASSWORD: 'for ever' };

test('a test lab has one user', () => {
  expect(configOf({ TURN_URLS: 'turn:relay.test', ...user }).turn).toMatchObject({
    access: { type: 'user', username: 'lab', credential: 'for ever' },
  });
});

test('[C1] a user needs its password, and no secret beside it', () => {
  const lab = { TURN_URLS: 'turn:relay.test', ...user };
  expect(problemsOf({ ...lab, TURN_PASSWORD: '' })).toEqual([
    'TURN_PASSWORD has 0 characters; it should be the password that the relay knows TURN_USER by.',
  ]);
  expect(problemsOf({ ...lab, TURN_SECRET })).toEqual([
    'TURN_USER is "lab"; it should be empty, because TURN_SECRET is set: it is one or the other.',
  ]);
});

test('a table says which continents a host is near to', () => {
  const { turn } = configOf({
    TURN_URLS: 'turn:Fra.test turn:sin.test turns:fra.test',
    TURN_CONTINENTS: ' fra.TEST=EU,AF\n\tsin.test=AS ',
    TURN_SECRET,
  });
  expect(turn).toMatchObject({
    hosts: [
      { urls: ['turn:Fra.test', 'turns:fra.test'], continents: ['EU', 'AF'] },
      { urls: ['turn:sin.test'], continents: ['AS'] },
    ],
  });
});

test.each([
  ['fra.test', 'TURN_CONTINENTS lists "fra.test"; it should list hosts with their continents'],
  ['fra.test=', 'TURN_CONTINENTS lists "fra.test="; it should list hosts with'],
  ['fra.test=EU, AF', 'TURN_CONTINENTS lists "fra.test=EU,"; it should list hosts with'],
  ['fra.test=EU,EMEA', 'TURN_CONTINENTS lists the continent "EMEA"; it should be one of AF, AN,'],
  ['fra.test=eu', 'TURN_CONTINENTS lists the continent "eu"; it should be one of AF, AN,'],
  ['fra.test=EU ams.test=EU stun.test=AS', 'TURN_CONTINENTS lists ams.test, stun.test; it should'],
])('[C1] TURN_CONTINENTS %j is refused', (table, problem) => {
  const TURN_URLS = 'turn:fra.test stun:stun.test';
  const problems = problemsOf({ TURN_URLS, TURN_SECRET, TURN_CONTINENTS: table });
  expect(problems[0]).toContain(problem);
});

test('[C1] a host with more URLs than it needs is named', () => {
  const urls = ['turn:a.test', 'turn:A.test?transport=tcp', 'turns:a.test', 'stun:a.test'];
  expect(problemsOf({ TURN_SECRET, TURN_URLS: [...urls, 'turn:b.test'].join(' ') })).toEqual([]);
  const TURN_URLS = [...urls, 'turn:b.test', 'turns:a.test:443'].join(' ');
  expect(problemsOf({ TURN_SECRET, TURN_URLS })).toEqual([
    'TURN_URLS lists 4 URLs of a.test; it should list at most 3, because every URL costs an allocation for each connection.',
  ]);
});

test.each([
  'relay.test',
  'turn:',
  'turn://relay.test',
  'turn:relay.test:port',
  'turn:relay.test?transport=sctp',
  'stun:relay.test?transport=udp',
  'http://relay.test',
])('[C1] TURN_URLS %j is refused', (url) => {
  const [problem] = problemsOf({ TURN_SECRET, TURN_URLS: url });
  expect(problem).toContain(`TURN_URLS lists "${url}"; it should list URLs such as`);
});

test.each(['59', '172801', '12h'])('[C1] TURN_TTL_SECONDS %j is refused', (ttl) => {
  expect(problemsOf({ TURN_TTL_SECONDS: ttl })).toEqual([
    `TURN_TTL_SECONDS is "${ttl}"; it should be a whole number from 60 to 172800.`,
  ]);
});

test('[C1] a relay host needs its secret', () => {
  expect(problemsOf({ TURN_URLS: 'turns:relay.test' })[0]).toContain(
    'TURN_SECRET has 0 characters',
  );
});

test("Cloudflare's TURN takes a key and its token, and STUN goes with it", () => {
  const TURN_URLS = 'stun:relay.test';
  expect(configOf({ ...cloudflare, TURN_URLS, TURN_TTL_SECONDS: '600' })).toEqual({
    stunUrls: ['stun:relay.test'],
    turn: {
      provider: 'cloudflare',
      api: 'https://rtc.live.cloudflare.com/v1',
      keyId: 'key',
      apiToken: 'token',
      ttlSeconds: 600,
    },
  });
});

test('[C1] a key needs its token', () => {
  expect(problemsOf({ CLOUDFLARE_TURN_KEY_ID: 'key' })).toEqual([
    'CLOUDFLARE_TURN_API_TOKEN has 0 characters; it should be the API token of the TURN key, because CLOUDFLARE_TURN_KEY_ID is set.',
  ]);
});

test("[C1] it is relay hosts or Cloudflare's TURN", () => {
  expect(problemsOf({ ...cloudflare, TURN_URLS: 'turn:relay.test', TURN_SECRET })).toEqual([
    'CLOUDFLARE_TURN_KEY_ID is set; it should be empty, because TURN_URLS lists a relay: it is one or the other.',
  ]);
});

test.each(['', 'stun:relay.test'])('a secret may wait for its relay, which %j is not', (urls) => {
  const secrets = { TURN_SECRET, CLOUDFLARE_TURN_API_TOKEN: 'token' };
  expect(configOf({ ...secrets, TURN_URLS: urls }).turn).toEqual({ provider: 'none' });
});

test.each([
  ['https://proxy.test/turn/', 'https://proxy.test/turn'],
  ['https://proxy.test', 'https://proxy.test'],
  ['http://127.0.0.1:8080/v1', 'http://127.0.0.1:8080/v1'],
  ['http://[::1]/v1', 'http://[::1]/v1'],
  ['http://localhost:8080', 'http://localhost:8080'],
])('CLOUDFLARE_TURN_API may be %j', (text, api) => {
  expect(configOf({ ...cloudflare, CLOUDFLARE_TURN_API: text }).turn).toMatchObject({ api });
});

test.each([
  ['rtc.live.cloudflare.com/v1'],
  ['http://proxy.test'],
  ['http://127.0.0.1.proxy.test'],
  ['ftp://127.0.0.1'],
  ['https://proxy.test?key=1', 'https://proxy.test?…'],
  ['https://proxy.test#key', 'https://proxy.test?…'],
  ['https://me:secret@proxy.test/v1', 'https://…@proxy.test/v1'],
])('[C1] CLOUDFLARE_TURN_API %j is refused, and no secret shown', (api, shown = api) => {
  expect(problemsOf({ CLOUDFLARE_TURN_API: api })).toEqual([
    `CLOUDFLARE_TURN_API is "${shown}"; it should be an https URL, or http on this machine.`,
  ]);
});
