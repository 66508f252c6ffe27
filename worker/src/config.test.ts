import { expect, test } from 'vitest';
import { type Config, decodeConfig } from './config.ts';

const ROOM_SECRET = '0123456789abcdef0123456789abcdef';

function configOf(variables: object): Config {
  const decoded = decodeConfig({ ROOM_SECRET, ...variables });
  if (!decoded.ok) throw new Error(decoded.problems.join('\n'));
  return decoded.config;
}

function problemsOf(variables: object): readonly string[] {
  const decoded = decodeConfig({ ROOM_SECRET, ...variables });
  return decoded.ok ? [] : decoded.problems;
}

test('a room secret is all that must be set', () => {
  expect(configOf({})).toEqual({
    roomSecret: ROOM_SECRET,
    createToken: undefined,
    roomCapacity: 8,
    seatGraceMs: 30_000,
    allowedOrigins: [],
    stunUrls: [],
    turn: { provider: 'none' },
  });
});

test('an empty variable counts as unset', () => {
  const empty = {
    CREATE_TOKEN: '',
    ROOM_CAPACITY: '',
    TURN_URLS: '',
    TURN_SECRET: '',
    ALLOWED_ORIGINS: '',
  };
  expect(configOf(empty)).toEqual(configOf({}));
});

test('lists are separated by spaces, commas or both', () => {
  const { allowedOrigins } = configOf({
    ALLOWED_ORIGINS: 'https://a.test,https://b.test:8443, http://localhost:5173\n',
  });
  expect(allowedOrigins).toEqual([
    'https://a.test',
    'https://b.test:8443',
    'http://localhost:5173',
  ]);
});

test('a number of a TOML file needs no quotes', () => {
  expect(configOf({ ROOM_CAPACITY: 12 }).roomCapacity).toBe(12);
});

test.each(['1', '13', '8.5', 'eight', '-3', '0x8'])(
  '[C1] ROOM_CAPACITY %j is refused',
  (capacity) => {
    expect(problemsOf({ ROOM_CAPACITY: capacity })).toEqual([
      `ROOM_CAPACITY is "${capacity}"; it should be a whole number from 2 to 12.`,
    ]);
  },
);

test('a grace is set in seconds', () => {
  expect(configOf({ SEAT_GRACE_SECONDS: '5' }).seatGraceMs).toBe(5000);
});

test.each(['4', '601', '30s'])('[C1] SEAT_GRACE_SECONDS %j is refused', (grace) => {
  expect(problemsOf({ SEAT_GRACE_SECONDS: grace })).toEqual([
    `SEAT_GRACE_SECONDS is "${grace}"; it should be a whole number from 5 to 600.`,
  ]);
});

test.each(['calls.test', 'https://calls.test/', 'https://calls.test/path', 'null', '*'])(
  '[C1] ALLOWED_ORIGINS %j is refused',
  (origin) => {
    const [problem] = problemsOf({ ALLOWED_ORIGINS: origin });
    expect(problem).toContain(`ALLOWED_ORIGINS lists "${origin}"; it should list origins such as`);
  },
);

test('[C1] a secret too short is told by its length, never by its value', () => {
  expect(problemsOf({ ROOM_SECRET: 'hunter2' })).toEqual([
    'ROOM_SECRET has 7 characters; it should have at least 32, drawn at random.',
  ]);
  expect(problemsOf({ ROOM_SECRET: undefined })[0]).toContain('ROOM_SECRET has 0 characters');
});

test('a token for making rooms is optional', () => {
  expect(configOf({ CREATE_TOKEN: '' }).createToken).toBeUndefined();
  expect(configOf({ CREATE_TOKEN: 'sixteen.letters=' }).createToken).toBe('sixteen.letters=');
});

test.each(['fifteen-letters', 'twenty letters, or so', 'correct-horse-bätterie'])(
  '[C1] CREATE_TOKEN %j is told by its length, never by its value',
  (token) => {
    const [problem = '', ...more] = problemsOf({ CREATE_TOKEN: token });
    expect(problem).toContain(`CREATE_TOKEN has ${token.length} characters; it should have`);
    expect(problem).not.toContain(token);
    expect(more).toEqual([]);
  },
);

test('[C1] every problem is named at once', () => {
  const problems = problemsOf({
    ROOM_SECRET: '',
    ROOM_CAPACITY: 'x',
    TURN_URLS: 'turn:relay.test',
    CLOUDFLARE_TURN_KEY_ID: 'key',
  });
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'ROOM_SECRET',
    'ROOM_CAPACITY',
    'TURN_SECRET',
    'CLOUDFLARE_TURN_API_TOKEN',
    'CLOUDFLARE_TURN_KEY_ID',
  ]);
});
