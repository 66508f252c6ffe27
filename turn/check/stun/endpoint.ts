// Where a relay listens, and what becomes of an attempt to reach it there.

export interface Endpoint {
  readonly transport: 'udp' | 'tcp' | 'tls';
  readonly address: string;
  readonly port: number;
  /** This machine's address to talk from, where that matters. */
  readonly from: string | undefined;
  /** Whom the certificate should be for. */
  readonly host: string;
  /** Certificates in PEM, trusted beside those that Node trusts. */
  readonly authorities: readonly string[];
}

export type Opened<Value> = { readonly ok: true } & Value;
export type Unreachable = { readonly ok: false; readonly why: string };

/** Longer than any way on earth takes, and shorter than a person waits for a table. */
export const answerMs = 3_000;

export const silence = `no answer within ${answerMs / 1_000} s`;

export const noRoute = 'there is no way there from here';

const meanings: Readonly<Record<string, string>> = {
  ABORT_ERR: silence,
  ETIMEDOUT: silence,
  ENETUNREACH: noRoute,
  EHOSTUNREACH: noRoute,
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it hung up',
  EPIPE: 'it hung up',
};

/** What an error of Node's network means, in a few words. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : error.message;
  return meanings[code] ?? code;
}
