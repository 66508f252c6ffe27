// The ways to the relays that the server named, one for each URL (RFC 7065, section 3.1; RFC 7064, section 3.1).

/** What the browser speaks to the relay over. */
export type Transport = 'udp' | 'tcp' | 'tls' | 'dtls';

/** Where a relay listens. */
export interface RelayAddress {
  readonly transport: Transport;
  readonly host: string;
  readonly port: number;
}

export interface RelayWay {
  readonly address: RelayAddress;
  /** With this one URL alone, and the credentials for it. */
  readonly server: RTCIceServer;
}

const grammar =
  /^(?<scheme>turns?):(?<host>[^:?[\]]+|\[[^\]]+\])(?::(?<port>\d+))?(?:\?transport=(?<transport>udp|tcp))?$/i;

/** Undefined for what is no URL of a relay. */
export function relayAddressOf(url: string): RelayAddress | undefined {
  const { scheme, host, port, transport } = grammar.exec(url)?.groups ?? {};
  if (!scheme || !host) return undefined;
  const isSecure = scheme.toLowerCase() === 'turns';
  return {
    transport: transportOf(isSecure, transport?.toLowerCase()),
    host,
    port: Number(port ?? (isSecure ? 5349 : 3478)),
  };
}

function transportOf(isSecure: boolean, transport: string | undefined): Transport {
  if (isSecure) return transport === 'udp' ? 'dtls' : 'tls';
  return transport === 'tcp' ? 'tcp' : 'udp';
}

/** Every way there is, in the server's order. */
export function relayWaysOf(servers: readonly RTCIceServer[]): readonly RelayWay[] {
  return servers.flatMap((server) =>
    [server.urls].flat().flatMap((url) => {
      const address = relayAddressOf(url);
      return address ? [{ address, server: { ...server, urls: [url] } }] : [];
    }),
  );
}

/** Who tells this browser how it looks from outside: whoever is named for it, and every relay that speaks UDP. */
export function stunServersOf(servers: readonly RTCIceServer[]): readonly RTCIceServer[] {
  const urls = servers.flatMap(({ urls: named }) => [named].flat()).flatMap(stunUrlOf);
  return [...new Set(urls)].map((url) => ({ urls: [url] }));
}

function stunUrlOf(url: string): string[] {
  if (url.startsWith('stun:')) return [url];
  const address = relayAddressOf(url);
  return address?.transport === 'udp' ? [`stun:${address.host}:${address.port}`] : [];
}
