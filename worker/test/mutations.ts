// Frames and requests that are almost right, or not right at all.
import type { Random } from './random.ts';
import { ownOrigin } from './test-room.ts';

type Json = Record<string, unknown>;

const maxFrameBytes = 65_536;

function pick<Item>(items: readonly [Item, ...Item[]], random: Random): Item {
  return items[random(items.length)] ?? items[0];
}

/** What stands where something else is expected. */
const strangers: readonly [unknown, ...unknown[]] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  '',
  'constructor',
  '__proto__',
  '0000000000000000',
  '\u0000\ud800\uffff\u202e',
  '🦜'.repeat(100),
  'x'.repeat(50_000),
  [],
  [[[]]],
  {},
  { toString: 'x', valueOf: 1 },
];

const texts: readonly [string, ...string[]] = [
  '',
  ' ',
  'pong',
  'PING',
  'null',
  'NaN',
  '{"type":"join"',
  "{'type':'join'}",
  '{"type":"join",}',
  '{"type":1e999}',
  `{"type":${'9'.repeat(5000)}}`,
  '['.repeat(30_000),
  `${'{"type":'.repeat(5000)}1${'}'.repeat(5000)}`,
  `{"type":"signal","payload":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  '{"__proto__":{"type":"join"}}',
  '{"constructor":{"prototype":{"type":"join"}}}',
  '{"type":"__proto__"}',
  '{"type":"toString"}',
  '{"type":["join"]}',
  '\ufeff{"type":"join"}',
  '\u0000',
];

/** What ends a socket. */
function offence(random: Random): string | ArrayBuffer {
  const tooLarge = [`"${'x'.repeat(maxFrameBytes)}"`, '€'.repeat(maxFrameBytes / 3 + 1)] as const;
  return random(2) === 0 ? pick(tooLarge, random) : new ArrayBuffer(random(100));
}

const alterations: readonly [
  (text: string, random: Random) => string | ArrayBuffer,
  ...((text: string, random: Random) => string | ArrayBuffer)[],
] = [
  flip,
  flip,
  (text, random) => text.slice(0, random(text.length)),
  (text, random) => text.slice(random(text.length)),
  (text) => text + text,
  (text, random) => text.slice(0, random(text.length)) + text,
  (text, random) => alterField(text, random),
  (text, random) => alterField(text, random),
  (text, random) => alterField(text, random),
  (text, random) => addPrototype(text, random),
  (_text, random) => pick(texts, random),
  (text, random) => (random(10) === 0 ? offence(random) : text),
];

export function mutateFrame(frame: string, random: Random): string | ArrayBuffer {
  return pick(alterations, random)(frame, random);
}

/** One character becomes another, mostly by one bit. */
function flip(text: string, random: Random): string {
  const at = random(text.length);
  const code = random(8) === 0 ? random(0x10000) : text.charCodeAt(at) ^ (1 << random(7));
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
}

function alterField(text: string, random: Random): string {
  const message: Json = { ...JSON.parse(text) };
  const [first = 'type', ...others] = Object.keys(message);
  const field = pick([first, ...others], random);
  if (random(4) === 0) delete message[field];
  else message[field] = pick(strangers, random);
  return JSON.stringify(message);
}

/** `__proto__` as a key of its own, which only a parser makes. */
function addPrototype(text: string, random: Random): string {
  const poison = JSON.stringify(pick(strangers, random));
  const field = pick(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'], random);
  return text.replace('"type":', `"${field}":${poison},"no type":`);
}

/** A request for this room's socket with something wrong about it; undefined for what no client can send. */
export function mutateRequest(
  { code, protocols }: { code: string; protocols: readonly string[] },
  random: Random,
): Request | undefined {
  let path = `/api/rooms/${code}/socket`;
  let offered = protocols.join(', ');
  const headers: Record<string, string> = { Upgrade: 'websocket', Origin: ownOrigin };
  const method = random(20) === 0 ? pick(['POST', 'PUT', 'DELETE', 'OPTIONS'], random) : 'GET';
  const what = random(6);
  if (what <= 1) path = `/api/rooms/${flip(code, random)}/socket`;
  else if (what === 2) path = `/${flip(path.slice(1), random)}`;
  else if (what === 3) offered = flip(offered, random);
  else if (what === 4) headers['Origin'] = pick(['null', 'https://evil.test', '', '*'], random);
  else headers['Upgrade'] = pick(['', 'h2c', 'web socket', 'WebSocket, h2c'], random);
  if (!/^[ -~]*$/.test(offered)) return undefined;
  headers['Sec-WebSocket-Protocol'] = offered;
  try {
    return new Request(`${ownOrigin}${path}`, { method, headers });
  } catch {
    return undefined;
  }
}
