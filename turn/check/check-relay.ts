// Looks at a relay from outside, and says row by row what is as it should be.
import { allocation, relayedAddress } from './checks/allocation.ts';
import { certificateCheck } from './checks/certificate.ts';
import { clock } from './checks/clock.ts';
import { remoteConsole } from './checks/console.ts';
import { dns } from './checks/dns.ts';
import { internalPeers, internalPeers6 } from './checks/internal-peers.ts';
import { noTls, portCheck } from './checks/ports.ts';
import { publicPeer } from './checks/public-peer.ts';
import { quota } from './checks/quota.ts';
import { reflection } from './checks/reflection.ts';
import { relayPorts } from './checks/relay-ports.ts';
import { relayToRelay } from './checks/relay-to-relay.ts';
import { strangers } from './checks/strangers.ts';
import { tcpRelay } from './checks/tcp-relay.ts';
import { tlsVersionCheck } from './checks/tls-version.ts';
import type { Check, Outside, Target } from './context.ts';
import { observe } from './observe.ts';
import type { Row } from './row.ts';
import { runCheck } from './run-check.ts';

/** In the order of the table. */
function checksOf({ port, tlsPorts }: Target): Check[] {
  return [
    dns,
    portCheck('udp', port),
    portCheck('tcp', port),
    ...(tlsPorts.length > 0 ? tlsPorts.map((tlsPort) => portCheck('tls', tlsPort)) : [noTls]),
    ...tlsPorts.flatMap((tlsPort) => [certificateCheck(tlsPort), tlsVersionCheck(tlsPort)]),
    allocation,
    relayedAddress,
    strangers,
    clock,
    publicPeer,
    relayPorts,
    relayToRelay,
    internalPeers,
    internalPeers6,
    tcpRelay,
    reflection,
    remoteConsole,
  ];
}

export async function checkRelay(target: Target, outside: Outside): Promise<Row[]> {
  const observations = await observe(target, outside);
  const run = (check: Check) => runCheck(check, observations, outside.stop);
  const rows = await Promise.all(checksOf(target).map(run));
  // Alone: it takes all there is.
  return [...rows, await run(quota)];
}
