// Is TLS spoken as it is today, and no longer as it was?
import type { ConnectionOptions } from 'node:tls';
import type { Check, Context } from '../context.ts';
import { type Finding, coturn, green, grey, red } from '../row.ts';
import { openTls } from '../stun/stream.ts';
import { tlsEndpoint } from './ports.ts';

/** OpenSSL itself offers them only at its lowest level of security. */
const oldVersions: ConnectionOptions = {
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.1',
  ciphers: 'DEFAULT@SECLEVEL=0',
};

export function tlsVersionCheck(port: number): Check {
  const run = (context: Context) => judge(context, port);
  return { group: 'TLS', name: `tls version ${port}`, needs: 'nothing', run };
}

async function judge(context: Context, port: number): Promise<Finding> {
  const endpoint = tlsEndpoint(context, port);
  if (!endpoint) return grey(`tls ${port} does not answer`);
  // coturn says nothing to what it refuses.
  const attempts = await Promise.all([openTls(endpoint), openTls(endpoint, oldVersions)]);
  const [today, old] = attempts.map(protocolOf);
  if (old !== undefined) {
    const means = 'The relay can be talked into a version of TLS that is broken (RFC 8996).';
    return red(`${old} is spoken`, means, ...coturn('no-tlsv1', 'no-tlsv1_1'));
  }
  return today === undefined ? grey(`tls ${port} does not answer`) : green(today);
}

function protocolOf(opened: Awaited<ReturnType<typeof openTls>>): string | undefined {
  if (!opened.ok) return undefined;
  const protocol = opened.socket.getProtocol() ?? undefined;
  opened.socket.destroy();
  return protocol;
}
