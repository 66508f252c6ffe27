// One client of a relay (RFC 8656): what it asks for, and each answer as a value.
import { createHash } from 'node:crypto';
import { type TransportAddress, decodeXorAddress, encodeXorAddress } from './address.ts';
import { Connection, type Reply } from './connection.ts';
import type { Endpoint, Opened, Unreachable } from './endpoint.ts';
import {
  type Attribute,
  type Message,
  type Method,
  attribute,
  encode,
  isIntegrityRight,
  newTransactionId,
  valueOf,
} from './message.ts';

export interface Credential {
  readonly username: string;
  readonly password: string;
}

/** With an error code of STUN or TURN. */
export type Refused = { readonly kind: 'refused'; readonly code: number };
export type Silent = { readonly kind: 'silent'; readonly why: string };
export type Answer<Value> = ({ readonly kind: 'success' } & Value) | Refused | Silent;

export interface Allocation {
  /** Where peers find the client. */
  readonly relayed: TransportAddress;
  /** Where the relay sees it. */
  readonly mapped: TransportAddress;
  /** Whether the relay wanted to know who it is. */
  readonly wasAsked: boolean;
}

export interface AllocateOptions {
  readonly credential?: Credential;
  readonly transport?: keyof typeof protocols;
  readonly family?: keyof typeof families;
}

/** What the relay wants to see of a credential. */
interface Login {
  readonly attributes: readonly Attribute[];
  readonly key: Buffer;
}

type Attach = (transactionId: Buffer) => readonly Attribute[];

type Responded =
  | { readonly kind: 'success'; readonly message: Message }
  | (Refused & { readonly message: Message })
  | Silent;

/** By IANA's numbers. */
const protocols = { udp: 17, tcp: 6 };
const families = { IPv4: 1, IPv6: 2 };

const codes = { unauthorized: 401, staleNonce: 438 };

/** Three chances for a datagram, and time for the last. */
const resendMs = [300, 900];
const arrivalMs = 1_800;

export class TurnClient {
  readonly #connection: Connection;
  readonly #awaited = new Map<string, () => void>();
  #credential: Credential | undefined;
  #login: Login | undefined;
  #allocating: Promise<Responded> | undefined;

  private constructor(connection: Connection) {
    this.#connection = connection;
    connection.onIndication((indication) => {
      const datagram = indication.method === 'data' ? valueOf(indication, 'data') : undefined;
      if (datagram) this.#awaited.get(datagram.toString('hex'))?.();
    });
  }

  static async open(
    endpoint: Endpoint,
  ): Promise<Opened<{ readonly client: TurnClient }> | Unreachable> {
    const opened = await Connection.open(endpoint);
    return opened.ok ? { ok: true, client: new TurnClient(opened.connection) } : opened;
  }

  async bind(): Promise<Answer<Pick<Allocation, 'mapped'>>> {
    const responded = await this.#ask('binding');
    if (responded.kind !== 'success') return responded;
    const mapped = addressIn(responded.message, 'xorMappedAddress');
    return mapped ? { kind: 'success', mapped } : nonsense;
  }

  /** Asks without a credential first, as the long-term mechanism wants it (RFC 8489, section 9.2). */
  async allocate(options: AllocateOptions = {}): Promise<Answer<Allocation>> {
    const { credential, transport = 'udp', family } = options;
    this.#credential = credential;
    const wanted = [attribute('requestedTransport', Buffer.from([protocols[transport], 0, 0, 0]))];
    if (family) {
      wanted.push(attribute('requestedAddressFamily', Buffer.from([families[family], 0, 0, 0])));
    }
    this.#allocating = this.#ask('allocate', () => wanted);
    const responded = await this.#allocating;
    if (responded.kind !== 'success') return responded;
    const relayed = addressIn(responded.message, 'xorRelayedAddress');
    const mapped = addressIn(responded.message, 'xorMappedAddress');
    const wasAsked = this.#login !== undefined;
    return relayed && mapped ? { kind: 'success', relayed, mapped, wasAsked } : nonsense;
  }

  /** May this address send to the allocation, and be sent to? Its port does not matter. */
  permit(address: string): Promise<Answer<unknown>> {
    return this.#ask('createPermission', (id) => [
      attribute('xorPeerAddress', encodeXorAddress({ address, port: 0 }, id)),
    ]);
  }

  /** Sends to a peer that is permitted. */
  send(peer: TransportAddress, datagram: Buffer): void {
    const transactionId = newTransactionId();
    const to = attribute('xorPeerAddress', encodeXorAddress(peer, transactionId));
    const attributes = [to, attribute('data', datagram)];
    this.#connection.indicate(
      encode({ method: 'send', class: 'indication', transactionId, attributes }),
    );
  }

  /** Whether a datagram arrives through the relay when a peer says it, more than once if need be. */
  async hears(datagram: Buffer, say: () => void): Promise<boolean> {
    const key = datagram.toString('hex');
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timers = resendMs.map((ms) => setTimeout(say, ms));
    timers.push(setTimeout(() => resolve(false), arrivalMs));
    this.#awaited.set(key, () => resolve(true));
    say();
    const isHeard = await promise;
    for (const timer of timers) clearTimeout(timer);
    this.#awaited.delete(key);
    return isHeard;
  }

  /** Gives the allocation back, if there is one, and closes. Calling it again changes nothing. */
  async close(): Promise<void> {
    const allocated = await this.#allocating;
    this.#allocating = undefined;
    if (allocated?.kind === 'success') {
      await this.#ask('refresh', () => [attribute('lifetime', Buffer.alloc(4))]);
    }
    this.#connection.close();
  }

  async #ask(method: Method, attach: Attach = () => []): Promise<Responded> {
    const responded = await this.#askOnce(method, attach);
    if (responded.kind !== 'refused' || !this.#credential) return responded;
    const isAsked = responded.code === codes.unauthorized && !this.#login;
    if (!isAsked && responded.code !== codes.staleNonce) return responded;
    this.#login = loginFor(this.#credential, responded.message);
    return this.#askOnce(method, attach);
  }

  async #askOnce(method: Method, attach: Attach): Promise<Responded> {
    const transactionId = newTransactionId();
    const attributes = [...attach(transactionId), ...(this.#login?.attributes ?? [])];
    const message: Message = { method, class: 'request', transactionId, attributes };
    const reply = await this.#connection.request(encode(message, this.#login?.key));
    return respondedBy(reply, this.#login);
  }
}

const nonsense = { kind: 'silent', why: 'an answer that makes no sense' } as const;

function respondedBy(reply: Reply, login: Login | undefined): Responded {
  if (!reply.ok) return { kind: 'silent', why: reply.why };
  const { message, bytes } = reply.received;
  if (message.class === 'success') {
    const isSigned = !login || isIntegrityRight(bytes, login.key);
    return isSigned ? { kind: 'success', message } : nonsense;
  }
  // The hundreds, and the rest in a byte of its own (RFC 8489, section 14.8).
  const error = valueOf(message, 'errorCode');
  if (!error || error.length < 4) return nonsense;
  return { kind: 'refused', code: (error[2] ?? 0) * 100 + (error[3] ?? 0), message };
}

function loginFor({ username, password }: Credential, challenge: Message): Login {
  const realm = valueOf(challenge, 'realm') ?? Buffer.alloc(0);
  const nonce = valueOf(challenge, 'nonce') ?? Buffer.alloc(0);
  const key = createHash('md5').update(`${username}:${realm.toString()}:${password}`).digest();
  const attributes = [
    attribute('username', username),
    attribute('realm', realm),
    attribute('nonce', nonce),
  ];
  return { attributes, key };
}

function addressIn(
  message: Message,
  name: 'xorMappedAddress' | 'xorRelayedAddress',
): TransportAddress | undefined {
  const value = valueOf(message, name);
  return value && decodeXorAddress(value, message.transactionId);
}
