import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { certificateFor } from './testing/certificate.ts';
import { relayEnv, usual } from './testing/relay-env.ts';
import { render } from './testing/render.ts';

const problemsOf = (settings: Readonly<Record<string, string>>) =>
  render(relayEnv(settings)).problems;

test.each([
  ['TURN_DOMAIN', 'relay', 'a name such as turn.example.org'],
  ['TURN_DOMAIN', '', 'a name such as turn.example.org'],
  ['TURN_DOMAIN', 'turn..example.org', 'a name such as turn.example.org'],
  ['TURN_DOMAIN', 'https://turn.example.org', 'a name such as turn.example.org'],
  ['TURN_DOMAIN', '192.0.2.1', 'a name such as turn.example.org'],
  ['TURN_ADDRESS', '', 'an IPv4 address of this host'],
  ['TURN_ADDRESS', 'turn.example.org', 'an IPv4 address of this host'],
  ['TURN_ADDRESS', '192.0.2.256', 'an IPv4 address of this host'],
  ['TURN_ADDRESS', '0.0.0.0', 'an IPv4 address of this host'],
  ['TURN_ADDRESS', '127.0.0.1', 'an IPv4 address of this host'],
  ['TURN_ADDRESS', '2001:db8::1', 'an IPv4 address of this host'],
  ['TURN_ADDRESS', '192.0.2.1 192.0.2.2', 'an IPv4 address of this host'],
  ['TURN_ADDRESS', '192.0.2.1 ::1', 'an IPv4 address of this host'],
  ['TURN_ADDRESS', '192.0.2.1 fe80::1', 'an IPv4 address of this host'],
  ['TURN_ADDRESS', '192.0.2.1 2001:db8::1 2001:db8::2', 'an IPv4 address of this host'],
  ['TURN_PUBLIC_ADDRESS', '203.0.113', 'a public IPv4 address, or nothing without 1:1 NAT'],
  ['TURN_PUBLIC_ADDRESS', '2001:db8::1', 'a public IPv4 address, or nothing without 1:1 NAT'],
  ['TURN_AUTH', 'password', 'secret, sqlite, redis or user'],
  ['TURN_PORTS', '50000', 'a range of 1000 ports or more from 5350 to 65535'],
  ['TURN_PORTS', '50000-50998', 'a range of 1000 ports or more from 5350 to 65535'],
  ['TURN_PORTS', '5349-60000', 'a range of 1000 ports or more from 5350 to 65535'],
  ['TURN_PORTS', '50000-65536', 'a range of 1000 ports or more from 5350 to 65535'],
  ['TURN_PORTS', '60000-50000', 'a range of 1000 ports or more from 5350 to 65535'],
  ['ROOM_CAPACITY', '1', 'a whole number from 2 to 12'],
  ['ROOM_CAPACITY', '13', 'a whole number from 2 to 12'],
  ['ROOM_CAPACITY', '8.5', 'a whole number from 2 to 12'],
])('%s=%s is named, with what it should be', (name, value, whatItShouldBe) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toEqual([expect.stringContaining(`${name} is "${value}"; it should be `)]);
  expect(problems[0]).toContain(whatItShouldBe);
});

test.each([
  ['5350-6349', '2'],
  ['49152-65535', '12'],
])('ports %s and a capacity of %s are right', (ports, capacity) => {
  expect(problemsOf({ TURN_PORTS: ports, ROOM_CAPACITY: capacity })).toEqual([]);
});

const redis = {
  TURN_AUTH: 'redis',
  TURN_REDIS: '10.0.0.5:6379',
  TURN_REDIS_PASSWORD: 'a-password',
};
const user = { TURN_AUTH: 'user', TURN_USER: 'lab', TURN_PASSWORD: 'only-for-test-labs' };

test.each([
  ['nothing', {}],
  ['secret', { TURN_AUTH: 'secret' }],
  ['sqlite', { TURN_AUTH: 'sqlite' }],
  ['redis, with its companions,', redis],
  ['user, with its companions and no secret,', { ...user, TURN_SECRET: '' }],
])('TURN_AUTH as %s is right', (_, settings) => {
  expect(problemsOf(settings)).toEqual([]);
});

test.each([
  ['TURN_SECRET has 0 characters; it should have at least 32', { TURN_SECRET: '' }],
  ['TURN_SECRET has 5 characters', { TURN_AUTH: 'sqlite', TURN_SECRET: 'short' }],
  ['TURN_SECRET has 5 characters', { ...redis, TURN_SECRET: 'short' }],
  ['TURN_SECRET has 33 characters', { TURN_SECRET: `=${'a'.repeat(32)}` }],
  ['TURN_REDIS is ""; it should be ADDRESS:PORT', { ...redis, TURN_REDIS: '' }],
  ['TURN_REDIS is "redis:6379"; it should', { ...redis, TURN_REDIS: 'redis:6379' }],
  ['TURN_REDIS is "10.0.0.5"; it should', { ...redis, TURN_REDIS: '10.0.0.5' }],
  ['TURN_REDIS is "10.0.0.555:6379"; it should', { ...redis, TURN_REDIS: '10.0.0.555:6379' }],
  ['TURN_REDIS is "10.0.0.5:65536"; it should', { ...redis, TURN_REDIS: '10.0.0.5:65536' }],
  ['TURN_REDIS_PASSWORD is empty or has odd', { ...redis, TURN_REDIS_PASSWORD: '' }],
  ['TURN_USER is "a lab"; it should be a name of letters', { ...user, TURN_USER: 'a lab' }],
  ['TURN_PASSWORD has 5 characters; it should have at', { ...user, TURN_PASSWORD: 'short' }],
  ['TURN_PASSWORD has 14 characters', { ...user, TURN_PASSWORD: '0xabcdef012345' }],
])('%s: a companion of TURN_AUTH is named', (sentence, settings) => {
  expect(problemsOf(settings)).toEqual([expect.stringContaining(sentence)]);
});

test('a secret is never shown, however wrong', () => {
  const secrets = ['se cret-1 with a space in it, and long enough', 'secret-2?', 'secret-3!'];
  const [TURN_SECRET = '', TURN_REDIS_PASSWORD = '', TURN_PASSWORD = ''] = secrets;
  const wrong = { TURN_SECRET, TURN_REDIS_PASSWORD, TURN_PASSWORD };
  const said = [redis, user].flatMap((access) => problemsOf({ ...access, ...wrong }));
  expect(said).toHaveLength(3);
  for (const secret of secrets) expect(said.join()).not.toContain(secret);
});

test('without a relay.env it is said where it should be', () => {
  expect(render(undefined).problems).toEqual([
    "FOLDER/relay.env can't be read. Copy turn/relay.env.example there and fill it in.",
  ]);
});

test('all that is wrong is named at once, and nothing is rendered', () => {
  const wrong = { TURN_DOMAIN: 'x', TURN_ADDRESS: 'y', TURN_PORTS: '0', TURN_AUTH: 'z' };
  const { problems, configuration } = render(relayEnv(wrong));
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(Object.keys(wrong));
  expect(configuration).toBe('');
});

describe('lines', () => {
  const lines = relayEnv();

  test('an unknown name is named, with those there are', () => {
    expect(render(`${lines}TURN_REALM=earshot\n`).problems).toEqual([
      expect.stringMatching(/^TURN_REALM is no setting; there are TURN_DOMAIN .* ROOM_CAPACITY\.$/),
    ]);
  });

  test.each(['ROOM_CAPACITY', 'ROOM_CAPACITY = 4', 'export ROOM_CAPACITY=4', 'ROOM-CAPACITY=4'])(
    'a line "%s" is named by its number, which shows no secret',
    (line) => {
      expect(render(`# One relay host.\n${line}\n${lines}`).problems).toEqual([
        'Line 2 of FOLDER/relay.env is no NAME=VALUE.',
      ]);
    },
  );

  test.each([
    ['double quotes', 'ROOM_CAPACITY="4"'],
    ['single quotes', "ROOM_CAPACITY='4'"],
    ['spaces around the value', 'ROOM_CAPACITY= \t4 '],
    ['a comment behind the value', 'ROOM_CAPACITY=4 # as the Worker has it'],
    ['a comment behind quotes', 'ROOM_CAPACITY="4" # as the Worker has it'],
    ['the line end of Windows', 'ROOM_CAPACITY=4\r'],
    ['the line end of Windows behind quotes', 'ROOM_CAPACITY="4"\r'],
    ['a line before that says otherwise', 'ROOM_CAPACITY=5\nROOM_CAPACITY=4'],
    ['comments and empty lines', '\r\n # ROOM_CAPACITY=5\r\n#\n\nROOM_CAPACITY=4'],
  ])('%s: the value is the same', (_, line) => {
    const { configuration, problems } = render(`${line}\n${lines}`);
    expect(problems).toEqual([]);
    expect(configuration).toBe(render(`${lines}ROOM_CAPACITY=4\n`).configuration);
  });

  test('the last line needs no end', () => {
    expect(render(`${lines}ROOM_CAPACITY=1`).problems).toHaveLength(1);
  });

  test('nothing in it is executed', () => {
    const { problems } = render(`${lines}TURN_USER=$(touch FOLDER/executed)\nTURN_AUTH=user\n`);
    expect(problems[0]).toBe(
      'TURN_USER is "$(touch FOLDER/executed)"; it should be a name of letters and digits, for TURN_AUTH=user.',
    );
  });
});

describe('certificates', () => {
  const right = certificateFor(usual.TURN_DOMAIN);
  const other = certificateFor('turn.example.org');
  const settings = { TURN_CERTIFICATE: 'FOLDER/chain.pem', TURN_CERTIFICATE_KEY: 'FOLDER/key.pem' };
  const problemsWith = (chain: string, key: string) =>
    render(relayEnv(settings), { 'chain.pem': chain, 'key.pem': key }).problems;

  test('one for the domain with its key is right', () => {
    expect(problemsWith(right.chain, right.key)).toEqual([]);
  });

  test('files that can’t be read are both named', () => {
    expect(render(relayEnv(settings)).problems).toEqual([
      'TURN_CERTIFICATE is "FOLDER/chain.pem"; it should be the whole path of a file that can be read. Without TLS, leave both certificate settings empty.',
      'TURN_CERTIFICATE_KEY is "FOLDER/key.pem"; it should be the whole path of a file that can be read. Without TLS, leave both certificate settings empty.',
    ]);
  });

  test('a path that depends on where one stands is named', () => {
    const relative = { TURN_CERTIFICATE: 'chain.pem', TURN_CERTIFICATE_KEY: 'FOLDER/key.pem' };
    const beside = { 'chain.pem': right.chain, 'key.pem': right.key };
    expect(render(relayEnv(relative), beside).problems).toEqual([
      expect.stringContaining('TURN_CERTIFICATE is "chain.pem"; it should be the whole path'),
    ]);
  });

  test('a key with a passphrase is named', () => {
    const args = ['pkey', '-aes256', '-passout', 'pass:word'];
    const { stdout } = spawnSync('openssl', args, { input: right.key, encoding: 'utf8' });
    expect(stdout).toContain('ENCRYPTED');
    expect(problemsWith(right.chain, stdout)).toEqual([
      expect.stringContaining('holds no key in PEM, or one with a passphrase.'),
    ]);
  });

  test('one without a key is named', () => {
    const { problems } = render(relayEnv({ TURN_CERTIFICATE: settings.TURN_CERTIFICATE }), {
      'chain.pem': right.chain,
    });
    expect(problems).toEqual([expect.stringContaining('TURN_CERTIFICATE_KEY is "";')]);
  });

  test.each([
    {
      what: 'no certificate',
      chain: 'nonsense',
      key: right.key,
      sentence: 'TURN_CERTIFICATE is "FOLDER/chain.pem", which holds no certificate in PEM.',
    },
    {
      what: 'no key',
      chain: right.chain,
      key: 'nonsense',
      sentence:
        'TURN_CERTIFICATE_KEY is "FOLDER/key.pem", which holds no key in PEM, or one with a passphrase.',
    },
    {
      what: 'the key of another certificate',
      chain: right.chain,
      key: other.key,
      sentence:
        'TURN_CERTIFICATE_KEY is "FOLDER/key.pem", which is not the key of FOLDER/chain.pem.',
    },
    {
      what: 'a certificate of another host',
      chain: other.chain,
      key: other.key,
      sentence: 'TURN_CERTIFICATE is "FOLDER/chain.pem", which is not for turn.earshot.test.',
    },
  ])('$what is named', ({ chain, key, sentence }) => {
    expect(problemsWith(chain, key)).toEqual([sentence]);
  });

  test('an expired one is named, with its end', () => {
    const expired = certificateFor(usual.TURN_DOMAIN, { isExpired: true });
    expect(problemsWith(expired.chain, expired.key)).toEqual([
      expect.stringMatching(/TURN_CERTIFICATE is ".*", which has expired: notAfter=.* GMT\.$/),
    ]);
  });
});
