// The one thing to say about the network that was checked, and what is to be said of the devices beside it.
import type { DeviceKind } from '../media/devices.ts';
import type { DirectFinding } from './direct-trial.ts';
import type { Grade, RelayFinding } from './judge-relay.ts';
import type { Reached, ServerProblem } from './reach-server.ts';
import { type RelayAddress, type Transport, isDatagrams } from './relay-address.ts';

/**
 * What may be said about ways to relays. `refused`: the relay and the server don't agree on who may use it. `broken`: it
 * answers, and lets nothing through. `closed`: it turns everyone away, as where nothing listens, which is silent over UDP.
 * `blocked`: nothing gets through to any relay. `udp-blocked`: something does, but nothing over UDP. `spare-blocked`: UDP
 * does, but not all of the ways that are there in its place. `down`: one relay is silent where another is not: it is not
 * this network.
 */
export type WayConclusion =
  | 'refused'
  | 'full'
  | 'broken'
  | 'closed'
  | 'blocked'
  | 'udp-blocked'
  | 'spare-blocked'
  | 'down';

export type NetworkConclusion =
  | { readonly tag: 'good' }
  | { readonly tag: 'server'; readonly problem: ServerProblem }
  /** Calls work where browsers reach each other. */
  | { readonly tag: 'no-relay'; readonly direct: DirectFinding }
  /** `addresses` are those of the ways that it is about. */
  | { readonly tag: WayConclusion; readonly addresses: readonly RelayAddress[] }
  | { readonly tag: 'poor'; readonly grade: Grade };

export interface Conclusion {
  readonly network: NetworkConclusion;
  /** Those that give nothing, whatever the network does. */
  readonly devices: DeviceKind | 'both' | undefined;
}

export interface Findings {
  readonly server: Reached;
  readonly direct: DirectFinding;
  readonly relays: readonly RelayFinding[];
  /** Devices that give nothing, though they should. */
  readonly troubled: readonly DeviceKind[];
}

/** Each rule says what it sees, or nothing; the first one that does is right. */
const rules: readonly ((findings: Findings) => NetworkConclusion | undefined)[] = [
  serverProblem,
  noRelay,
  withoutAnyWay,
  refusedSomewhere,
  oneRelayDown,
  udpBlocked,
  poor,
  spareBlocked,
];

export function conclusionOf(findings: Findings): Conclusion {
  const [device, other] = findings.troubled;
  return { network: networkConclusionOf(findings), devices: other ? 'both' : device };
}

function networkConclusionOf(findings: Findings): NetworkConclusion {
  for (const rule of rules) {
    const conclusion = rule(findings);
    if (conclusion) return conclusion;
  }
  return { tag: 'good' };
}

function serverProblem({ server }: Findings): NetworkConclusion | undefined {
  return server.ok ? undefined : { tag: 'server', problem: server.problem };
}

function noRelay({ relays, direct }: Findings): NetworkConclusion | undefined {
  return relays.length === 0 ? { tag: 'no-relay', direct } : undefined;
}

/** The relay's own word says more than a silence. */
function withoutAnyWay({ relays }: Findings): NetworkConclusion | undefined {
  if (relays.some(works)) return undefined;
  for (const [outcome, tag] of words) {
    const addresses = addressesOf(relays, (finding) => finding.outcome === outcome);
    if (addresses.length > 0) return { tag, addresses };
  }
  const isClosed =
    relays.some(isTurnedAway) &&
    relays.every((finding) => isTurnedAway(finding) || isDatagrams(finding.address));
  return { tag: isClosed ? 'closed' : 'blocked', addresses: addressesOf(relays, () => true) };
}

const words = [
  ['refused', 'refused'],
  ['full', 'full'],
  ['unconnected', 'broken'],
] as const;

/** Whose secret is wrong at one host of several. */
function refusedSomewhere({ relays }: Findings): NetworkConclusion | undefined {
  const addresses = addressesOf(relays, ({ outcome }) => outcome === 'refused');
  return addresses.length > 0 ? { tag: 'refused', addresses } : undefined;
}

function oneRelayDown({ relays }: Findings): NetworkConclusion | undefined {
  const addresses = addressesOf(
    relays,
    ({ address }) =>
      !relays.some((finding) => works(finding) && finding.address.host === address.host) &&
      relays.some((finding) => works(finding) && isAlike(finding.address, address)),
  );
  return addresses.length > 0 ? { tag: 'down', addresses } : undefined;
}

function isAlike(one: RelayAddress, other: RelayAddress): boolean {
  return one.transport === other.transport && one.port === other.port;
}

function udpBlocked({ relays }: Findings): NetworkConclusion | undefined {
  if (relays.some((finding) => works(finding) && isOver('udp', finding))) return undefined;
  const addresses = addressesOf(relays, (finding) => isOver('udp', finding));
  return addresses.length > 0 ? { tag: 'udp-blocked', addresses } : undefined;
}

/** By the first way that works: browsers prefer UDP, and the server's order tells of nothing else. */
function poor({ relays }: Findings): NetworkConclusion | undefined {
  const working = relays.filter(works);
  const [grade] = (working.find((finding) => isOver('udp', finding)) ?? working[0])?.grades ?? [];
  return grade ? { tag: 'poor', grade } : undefined;
}

function spareBlocked({ relays }: Findings): NetworkConclusion | undefined {
  const addresses = addressesOf(relays, (finding) => !works(finding));
  return addresses.length > 0 ? { tag: 'spare-blocked', addresses } : undefined;
}

function works({ outcome }: RelayFinding): boolean {
  return outcome === 'works';
}

function isTurnedAway({ outcome }: RelayFinding): boolean {
  return outcome === 'closed';
}

function isOver(transport: Transport, { address }: RelayFinding): boolean {
  return address.transport === transport;
}

function addressesOf(
  relays: readonly RelayFinding[],
  isMeant: (finding: RelayFinding) => boolean,
): RelayAddress[] {
  return relays.filter(isMeant).map(({ address }) => address);
}
