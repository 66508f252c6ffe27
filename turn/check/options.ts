// What the command line says.
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { Target } from './context.ts';

export type Options =
  | { readonly kind: 'check'; readonly target: Omit<Target, 'access'>; readonly isJson: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

/** The text of a file; undefined when it can't be read. */
export type Read = (file: string) => string | undefined;

export const help = `npm run turn:check -- HOST [OPTIONS]

Looks at the relay HOST, a name or an address, as browsers and attackers do, and prints a table. Ends with status 0 when
nothing is red, 1 when something is, 2 when it is called wrongly.

  --port PORT            for UDP and TCP (3478)
  --tls-ports PORT,PORT  for TLS (443,5349)
  --no-tls               the relay has no TLS
  --ca FILE              certificates in PEM of an authority to trust as well
  --address ADDRESS      where to find the relay, whatever DNS says; its certificate should be for HOST all the same
  --from ADDRESS         the address of this machine to talk from
  --capacity PEOPLE      the Worker's ROOM_CAPACITY (8)
  --json                 the table for machines
  --help                 this

TURN_SECRET of the environment, or else of .dev.vars, is the Worker's. For a relay with TURN_AUTH=user there should be
TURN_USER and TURN_PASSWORD instead.`;

const flags = {
  port: { type: 'string', default: '3478' },
  'tls-ports': { type: 'string', default: '443,5349' },
  'no-tls': { type: 'boolean', default: false },
  ca: { type: 'string' },
  address: { type: 'string' },
  from: { type: 'string' },
  capacity: { type: 'string', default: '8' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const hostname = /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i;
const isHost = (given: string) => isIP(given) !== 0 || hostname.test(given);
const isAddress = (given: string) => isIP(given) !== 0;
const isPort = isWhole(1, 65_535);

function isWhole(least: number, most: number) {
  return (given: string) => /^\d+$/.test(given) && Number(given) >= least && Number(given) <= most;
}

/** A text that `is` what it should be. */
function text(name: string, is: (given: string) => boolean, whatItIs: string) {
  const problem = ({ input }: { readonly input: unknown }) =>
    `${name} is ${typeof input === 'string' ? `"${input}"` : 'empty'}; it should be ${whatItIs}.`;
  return v.pipe(v.string(problem), v.check(is, problem));
}

function flag(name: string) {
  return v.boolean(({ input }) => `${name} is "${String(input)}"; it takes no value.`);
}

/** As parseArgs leaves it, which takes an option without its value for a flag. */
const CommandLine = v.strictObject(
  {
    host: text('HOST', isHost, 'the name or the address of a relay'),
    port: v.pipe(text('--port', isPort, 'a port from 1 to 65535'), v.transform(Number)),
    'tls-ports': v.pipe(
      text('--tls-ports', (list) => list.split(',').every(isPort), 'ports, as in 443,5349'),
      v.transform((list) => list.split(',').map(Number)),
    ),
    'no-tls': flag('--no-tls'),
    ca: v.optional(text('--ca', (file) => file !== '', 'a file')),
    address: v.optional(text('--address', isAddress, 'an address')),
    from: v.optional(text('--from', isAddress, 'an address')),
    capacity: v.pipe(
      text('--capacity', isWhole(2, 12), 'a whole number from 2 to 12'),
      v.transform(Number),
    ),
    json: flag('--json'),
    help: flag('--help'),
  },
  ({ path }) => `--${String(path?.[0]?.key)} is no option; --help tells those there are.`,
);

export function readOptions(args: readonly string[], read: Read): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: flags,
    strict: false,
    allowPositionals: true,
  });
  if (values['help'] === true) return { kind: 'help' };
  const [host, ...others] = positionals;
  const decoded = v.safeParse(CommandLine, { ...values, host });
  if (!decoded.success) return wrong(decoded.issues[0].message);
  if (others.length > 0) return wrong(`"${others.join(' ')}" is too much: there is one HOST.`);
  const { port, capacity, address, from, ca, json } = decoded.output;
  const authority = ca === undefined ? '' : read(ca);
  if (authority === undefined) return wrong(`--ca is "${ca}", which can't be read.`);
  const target = {
    host: decoded.output.host,
    address,
    from,
    port,
    tlsPorts: decoded.output['no-tls'] ? [] : decoded.output['tls-ports'],
    authorities: authority === '' ? [] : [authority],
    capacity,
  };
  return { kind: 'check', target, isJson: json };
}

function wrong(problem: string): Options {
  return { kind: 'wrong', problem };
}
