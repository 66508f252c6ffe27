// Connections by TCP and TLS, open or not within the time.
import { once } from 'node:events';
import { type Socket, connect as connectTcp, isIP } from 'node:net';
import {
  type ConnectionOptions,
  type TLSSocket,
  checkServerIdentity,
  connect as connectTls,
  getCACertificates,
} from 'node:tls';
import { type Endpoint, type Opened, type Unreachable, answerMs, reason } from './endpoint.ts';

type Attempt<Kind> = Promise<Opened<{ readonly socket: Kind }> | Unreachable>;

export function openTcp({ address, port, from }: Endpoint): Attempt<Socket> {
  return opened(connectTcp({ host: address, port, localAddress: from }), 'connect');
}

/** Opens with a bad certificate, too: `socket.authorizationError` says what is wrong with it. */
export function openTls(endpoint: Endpoint, options: ConnectionOptions = {}): Attempt<TLSSocket> {
  const { address, port, from, host, authorities } = endpoint;
  const socket = connectTls({
    host: address,
    port,
    // An address is no server name (RFC 6066, section 3).
    servername: isIP(host) ? '' : host,
    checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
    ca: [...getCACertificates('default'), ...authorities],
    rejectUnauthorized: false,
    ...options,
    ...(from !== undefined && { localAddress: from }),
  });
  return opened(socket, 'secureConnect');
}

async function opened<Kind extends Socket>(
  socket: Kind,
  event: 'connect' | 'secureConnect',
): Attempt<Kind> {
  try {
    await once(socket, event, { signal: AbortSignal.timeout(answerMs) });
    return { ok: true, socket };
  } catch (error) {
    socket.destroy();
    return { ok: false, why: reason(error) };
  }
}
