// The ways to the relays that the server named, one for each URL.
import { type IceUrl, parseIceUrl } from '../../../../protocol/ice-url.ts';

/** What the browser speaks to the relay over. */
export type Transport = Exclude<IceUrl['kind'], 'stun'>;

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

/** Undefined for what is no URL of a relay. */
export function relayAddressOf(url: string): RelayAddress | undefined {
  const parsed = parseIceUrl(url);
  if (!parsed || parsed.kind === 'stun') return undefined;
  const { kind: transport, host, port } = parsed;
  return { transport, host, port };
}

/** Whether nothing tells that it has arrived, so that where nobody is there is silence. */
export function isDatagrams({ transport }: RelayAddress): boolean {
  return transport === 'udp' || transport === 'dtls';
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
