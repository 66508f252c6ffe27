// What a client proves when it opens a socket. It travels as WebSocket subprotocols, because a header is kept in no
// access log and no history, and a browser can set no other (RFC 6455, section 11.3.4).
import * as v from 'valibot';
import { Ticket } from './ticket.ts';

/** 256 bits in base64url (RFC 4648, section 5), which is a token as subprotocols must be. */
const Bits256 = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** Derived from a sealed room's key: whoever offers it has the link. */
export const JoinToken = v.pipe(Bits256, v.brand('JoinToken'));
export type JoinToken = v.InferOutput<typeof JoinToken>;

/**
 * Makes its holder a host: how often the powers were handed over, a dot, and the Worker's signature. Whoever was handed
 * them holds one of a higher number, which voids the lower ones.
 */
export const HostToken = v.pipe(
  v.string(),
  v.regex(/^(0|[1-9]\d{0,5})\.[\w-]{43}$/),
  v.brand('HostToken'),
);
export type HostToken = v.InferOutput<typeof HostToken>;

/** Names a browser in one room, and in no other: whom a host removed comes back in no tab of it. */
export const BrowserToken = v.pipe(Bits256, v.brand('BrowserToken'));
export type BrowserToken = v.InferOutput<typeof BrowserToken>;

const schemas = { join: JoinToken, host: HostToken, browser: BrowserToken, ticket: Ticket };

type Kind = keyof typeof schemas;
type Credential<K extends Kind> = v.InferOutput<(typeof schemas)[K]>;

/** The subprotocol that carries a credential. */
export function carrierOf<K extends Kind>(kind: K, credential: Credential<K>): string {
  return `${kind}.${credential}`;
}

/** The credential of that kind among the subprotocols a client offers, if there is one. */
export function offeredCredential<K extends Kind>(
  kind: K,
  offered: readonly string[],
): Credential<K> | undefined {
  const prefix = `${kind}.`;
  const carrier = offered.find((name) => name.startsWith(prefix));
  const schema: v.GenericSchema<unknown, Credential<K>> = schemas[kind];
  const result = v.safeParse(schema, carrier?.slice(prefix.length));
  return result.success ? result.output : undefined;
}

/** Whether a subprotocol carries a credential, or tries to: such a name is never said back. */
export function isCarrier(name: string): boolean {
  return Object.keys(schemas).some((kind) => name.startsWith(`${kind}.`));
}
