// The URL of an ICE server, taken apart (RFC 7064, section 3.1; RFC 7065, section 3.1), with the transports that
// browsers know.

export type IceUrl = {
  readonly text: string;
  readonly kind: 'stun' | 'udp' | 'tcp' | 'tls' | 'dtls';
  /** In lower case, and without the port. */
  readonly host: string;
  readonly port: number;
};

const grammar =
  /^(?<scheme>stun|turns?):(?<host>[a-z\d.-]+|\[[\da-f:.]+\])(?::(?<port>\d{1,5}))?(?:\?transport=(?<transport>udp|tcp))?$/;

/** Undefined for what RTCPeerConnection might refuse, which throws on one wrong URL among many. */
export function parseIceUrl(text: string): IceUrl | undefined {
  const { scheme, host, port, transport } = grammar.exec(text.toLowerCase())?.groups ?? {};
  const portNumber = Number(port ?? (scheme === 'turns' ? 5349 : 3478));
  if (!scheme || !host || portNumber < 1 || portNumber > 65_535) return undefined;
  if (scheme === 'stun' && transport) return undefined;
  return { text, kind: kindOf(scheme, transport), host, port: portNumber };
}

function kindOf(scheme: string, transport: string | undefined): IceUrl['kind'] {
  if (scheme === 'stun') return 'stun';
  if (scheme === 'turns') return transport === 'udp' ? 'dtls' : 'tls';
  return transport === 'tcp' ? 'tcp' : 'udp';
}
