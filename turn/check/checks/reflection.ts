// How much does the relay answer to whoever asks little? With a forged sender, the answer goes to a victim.
import { isIPv6 } from 'node:net';
import type { Check, Reached } from '../context.ts';
import { type Finding, coturn, green, grey, red } from '../row.ts';
import type { Endpoint } from '../stun/endpoint.ts';
import { Connection } from '../stun/connection.ts';
import {
  type Message,
  type Method,
  encode,
  headerBytes,
  newTransactionId,
  valueOf,
} from '../stun/message.ts';

export const reflection: Check = {
  group: 'limits',
  name: 'reflection',
  needs: 'an answer',
  run: judge,
};

/** No more than the address that was asked for, and a fingerprint. */
const mostBinding = { IPv4: 20 + 12 + 8, IPv6: 20 + 24 + 8 };
/** The code 401 in words, a nonce, a fingerprint, and a realm of up to 28 letters; 80 with turn/render's. */
const mostAllocate = 20 + 20 + 20 + 8 + 32;

/** What coturn adds unless a line tells it not to. */
const additions = [
  { name: 'software', line: 'no-software-attribute' },
  { name: 'mappedAddress', line: 'no-stun-backward-compatibility' },
  { name: 'responseOrigin', line: 'response-origin-only-with-rfc5780' },
  { name: 'responseOrigin', line: 'no-rfc5780' },
  { name: 'otherAddress', line: 'no-rfc5780' },
] as const;

async function judge({ reaches }: Reached): Promise<Finding> {
  const reach = reaches.find(
    ({ endpoint, answer }) => endpoint.transport === 'udp' && answer.kind === 'success',
  );
  if (!reach) return grey('UDP does not answer; elsewhere a sender is not forged');
  const binding = await exchange('binding', reach.endpoint);
  const allocate = await exchange('allocate', reach.endpoint);
  if (!binding || !allocate) return grey('an attempt was not answered');
  const family = isIPv6(reach.endpoint.address) ? 'IPv6' : 'IPv4';
  const seen = `Binding ${shown(binding)}, Allocate ${shown(allocate)}`;
  if (binding.bytes <= mostBinding[family] && allocate.bytes <= mostAllocate) return green(seen);
  const lines = additions
    .filter(({ name }) => [binding, allocate].some(({ message }) => valueOf(message, name)))
    .map(({ line }) => line);
  const means =
    'The answers are larger than they have to be, which makes the host worth using to flood others.';
  return red(seen, means, ...coturn(...new Set(lines.length > 0 ? lines : ['realm=earshot'])));
}

interface Answered {
  readonly message: Message;
  readonly bytes: number;
}

/** A request of nothing but its header, and no credential. */
async function exchange(method: Method, endpoint: Endpoint): Promise<Answered | undefined> {
  const opened = await Connection.open(endpoint);
  if (!opened.ok) return undefined;
  const transactionId = newTransactionId();
  const request = encode({ method, class: 'request', transactionId, attributes: [] });
  const reply = await opened.connection.request(request);
  opened.connection.close();
  if (!reply.ok) return undefined;
  return { message: reply.received.message, bytes: reply.received.bytes.length };
}

function shown({ bytes }: Answered): string {
  return `${headerBytes} → ${bytes} bytes (× ${(bytes / headerBytes).toFixed(1)})`;
}
