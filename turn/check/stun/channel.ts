// How STUN messages travel: in datagrams, or one after the other in a stream.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type Socket, isIPv6 } from 'node:net';
import { type Endpoint, type Opened, type Unreachable, reason } from './endpoint.ts';
import { headerBytes } from './message.ts';
import { openTcp, openTls } from './stream.ts';

export interface Channel {
  /** Whether what is sent arrives; a datagram may not. */
  readonly isReliable: boolean;
  /** To be called once, right after it was opened. */
  listen(listener: Listener): void;
  send(message: Buffer): void;
  /** Calling it again changes nothing. */
  close(): void;
}

interface Listener {
  readonly onMessage: (message: Buffer) => void;
  /** Nothing more will come; `why`, in a few words. */
  readonly onEnd: (why: string) => void;
}

type Attempt = Promise<Opened<{ readonly channel: Channel }> | Unreachable>;

export async function openChannel(endpoint: Endpoint): Attempt {
  if (endpoint.transport === 'udp') return openDatagrams(endpoint);
  const opened = await (endpoint.transport === 'tls' ? openTls(endpoint) : openTcp(endpoint));
  return opened.ok ? { ok: true, channel: streamed(opened.socket) } : opened;
}

async function openDatagrams({ address, port, from }: Endpoint): Attempt {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  try {
    socket.bind(0, from);
    await once(socket, 'listening');
    // Connected, it hears when the other host says that nobody listens there.
    socket.connect(port, address);
    await once(socket, 'connect');
  } catch (error) {
    socket.close();
    return { ok: false, why: reason(error) };
  }
  let isOpen = true;
  const channel: Channel = {
    isReliable: false,
    listen({ onMessage, onEnd }) {
      socket.on('message', onMessage);
      socket.on('error', (error) => onEnd(reason(error)));
    },
    send: (message) => isOpen && socket.send(message),
    close() {
      if (isOpen) socket.close();
      isOpen = false;
    },
  };
  return { ok: true, channel };
}

function streamed(socket: Socket): Channel {
  return {
    isReliable: true,
    listen({ onMessage, onEnd }) {
      let received = Buffer.alloc(0);
      let why = 'it hung up';
      socket.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]);
        // A header says how much follows it (RFC 8489, section 6.2.2).
        while (received.length >= headerBytes) {
          const end = headerBytes + received.readUInt16BE(2);
          if (received.length < end) return;
          onMessage(received.subarray(0, end));
          received = received.subarray(end);
        }
      });
      socket.on('error', (error) => (why = reason(error)));
      socket.on('close', () => onEnd(why));
    },
    send: (message) => socket.write(message),
    close: () => socket.destroy(),
  };
}
