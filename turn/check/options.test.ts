import { expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { readAccess } from './read-access.ts';

const noFile = () => undefined;
const read = (...args: readonly string[]) => readOptions(args, noFile);

test('a host is enough', () => {
  const target = {
    host: 'turn.example.org',
    address: undefined,
    from: undefined,
    port: 3478,
    tlsPorts: [443, 5349],
    authorities: [],
    capacity: 8,
  };
  expect(read('turn.example.org')).toEqual({ kind: 'check', target, isJson: false });
});

test('every option is heard, wherever it stands', () => {
  const args = ['--port=3479', '--tls-ports', '444', 'turn.example.org', '--ca', 'ca.pem'];
  args.push('--address', '192.0.2.1', '--from', '192.0.2.2', '--capacity', '4', '--json');
  expect(readOptions(args, (file) => `text of ${file}`)).toEqual({
    kind: 'check',
    target: {
      host: 'turn.example.org',
      address: '192.0.2.1',
      from: '192.0.2.2',
      port: 3479,
      tlsPorts: [444],
      authorities: ['text of ca.pem'],
      capacity: 4,
    },
    isJson: true,
  });
});

test('without TLS there are no ports for it', () => {
  expect(read('turn.example.org', '--no-tls')).toMatchObject({ target: { tlsPorts: [] } });
});

test('whoever asks for help gets it, whatever else is wrong', () => {
  expect(read('--port', 'x', '--help')).toEqual({ kind: 'help' });
});

test.each([
  [[], 'HOST is empty; it should be the name or the address of a relay.'],
  [['a b'], 'HOST is "a b"; it should be the name or the address of a relay.'],
  [['a.example', 'b.example'], '"b.example" is too much: there is one HOST.'],
  [['a.example', '--port', '0'], '--port is "0"; it should be a port from 1 to 65535.'],
  [['a.example', '--port'], '--port is empty; it should be a port from 1 to 65535.'],
  [
    ['a.example', '--tls-ports', '443;5349'],
    '--tls-ports is "443;5349"; it should be ports, as in 443,5349.',
  ],
  [['a.example', '--address', 'b'], '--address is "b"; it should be an address.'],
  [['a.example', '--from', 'b'], '--from is "b"; it should be an address.'],
  [
    ['a.example', '--capacity', '99'],
    '--capacity is "99"; it should be a whole number from 2 to 12.',
  ],
  [['a.example', '--json=yes'], '--json is "yes"; it takes no value.'],
  [['a.example', '--ca', 'no.pem'], '--ca is "no.pem", which can\'t be read.'],
  [['a.example', '--secret', 'x'], '--secret is no option; --help tells those there are.'],
])('%j is refused with a sentence', (args, problem) => {
  expect(read(...args)).toEqual({ kind: 'wrong', problem });
});

const devVars = (text: string) => (file: string) => (file === '.dev.vars' ? text : undefined);

test('the secret comes from the environment, or else from .dev.vars', () => {
  const file = devVars('TURN_SECRET=of the file');
  expect(readAccess({ TURN_SECRET: 'set' }, file)).toEqual({ kind: 'signed', secret: 'set' });
  expect(readAccess({}, file)).toEqual({ kind: 'signed', secret: 'of the file' });
});

test('a user of the environment comes before the secret of the file', () => {
  const access = readAccess({ TURN_USER: 'lab', TURN_PASSWORD: 'pass' }, devVars('TURN_SECRET=x'));
  expect(access).toEqual({ kind: 'user', user: 'lab', password: 'pass' });
});

test('without a secret or a whole user it says what is missing, and no password', () => {
  expect(readAccess({ TURN_SECRET: '' }, noFile)).toMatch(
    /^Neither the environment nor \.dev\.vars/,
  );
  expect(readAccess({ TURN_USER: 'lab' }, noFile)).toBe(
    'TURN_USER is "lab", and TURN_PASSWORD is empty; it should be that user\'s.',
  );
});
