// Which of the servers that Cloudflare's TURN offers are used.
import type { IceServer } from '../../protocol/relay.ts';
import { type IceUrl, parseIceUrl } from '../../protocol/ice-url.ts';

/** Browsers refuse to send there, and wait in vain. */
const blockedPort = 53;

/**
 * One URL for each way through a firewall, because every URL costs an allocation for each connection. The port is
 * preferred, not required: 443 is open where nothing else is.
 */
const wanted = [
  { kind: 'udp', port: 3478 },
  { kind: 'tcp', port: 3478 },
  { kind: 'tls', port: 443 },
] as const;

/** STUN, and a relay by at most three ways; none of both if nothing that is offered relays. */
export function chooseServers(offered: readonly IceServer[]): IceServer[] {
  const relays = offered.flatMap(({ urls, username, credential }) => {
    const chosen = chooseTurnUrls(usable(urls));
    return chosen.length > 0 && username && credential
      ? [{ urls: chosen, username, credential }]
      : [];
  });
  const [relay] = relays;
  if (!relay) return [];
  const stunUrls = usable(offered.flatMap(({ urls }) => urls)).filter(
    ({ kind }) => kind === 'stun',
  );
  const stun = stunUrls.length > 0 ? [{ urls: stunUrls.map(({ text }) => text) }] : [];
  return [...stun, relay];
}

function chooseTurnUrls(offered: readonly IceUrl[]): string[] {
  return wanted.flatMap(({ kind, port }) => {
    const alike = offered.filter((url) => url.kind === kind);
    const [first] = alike;
    return (alike.find((url) => url.port === port) ?? first)?.text ?? [];
  });
}

function usable(urls: readonly string[]): IceUrl[] {
  return urls.flatMap((url) => parseIceUrl(url) ?? []).filter(({ port }) => port !== blockedPort);
}
