// What the checks know and use.
import type { Access } from './access.ts';
import type { Clients } from './clients.ts';
import type { Finding } from './row.ts';
import type { TransportAddress } from './stun/address.ts';
import type { Endpoint } from './stun/endpoint.ts';
import type { Allocation, Answer, Credential } from './stun/turn-client.ts';

/** Whom to check, as it was said on the command line and in the environment. */
export interface Target {
  /** A name or an address. */
  readonly host: string;
  /** Instead of what DNS says. */
  readonly address: string | undefined;
  readonly from: string | undefined;
  readonly port: number;
  /** None: TLS is not to be checked. */
  readonly tlsPorts: readonly number[];
  readonly authorities: readonly string[];
  /** How many people a room takes. */
  readonly capacity: number;
  readonly access: Access;
}

/** What is not ours. */
export interface Outside {
  /** The addresses of a name; none when there is no such name. */
  readonly lookup: (name: string) => Promise<readonly string[]>;
  readonly nowMs: () => number;
  /** Ends everything early. */
  readonly stop: AbortSignal;
}

/** Where a port was asked for, and what became of it. */
export interface Reach {
  readonly endpoint: Endpoint;
  readonly answer: Answer<{ readonly mapped: TransportAddress; readonly roundTripMs: number }>;
}

export interface Admission {
  readonly endpoint: Endpoint;
  readonly answer: Answer<Allocation>;
  readonly tookMs: number;
}

/** What was seen before the checks, which build on it. */
export interface Observations extends Target {
  readonly nowMs: () => number;
  /** What the name stands for; undefined when it wasn't asked. */
  readonly found: readonly string[] | undefined;
  readonly reaches: readonly Reach[];
  /** One for each port that answers. */
  readonly admissions: readonly Admission[];
  /** A credential that should open the relay. */
  readonly fresh: () => Credential;
}

export interface Context extends Observations {
  /** The check's own; closed when it is done. */
  readonly clients: Clients;
}

/** With a port that answers; one that allocates, if there is one. */
export interface Reached extends Context {
  readonly endpoint: Endpoint;
}

/** With an allocation that was seen over `endpoint`. */
export interface Admitted extends Reached {
  readonly allocation: Allocation;
}

/** One row. It is grey without what the check needs. */
export type Check = { readonly group: string; readonly name: string } & (
  | { readonly needs: 'nothing'; readonly run: (context: Context) => Promise<Finding> }
  | { readonly needs: 'an answer'; readonly run: (context: Reached) => Promise<Finding> }
  | { readonly needs: 'an allocation'; readonly run: (context: Admitted) => Promise<Finding> }
);
