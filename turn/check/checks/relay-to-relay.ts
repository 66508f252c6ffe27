// Do two people on this relay reach each other?
import { randomBytes } from 'node:crypto';
import type { Allocated } from '../clients.ts';
import type { Check, Reached } from '../context.ts';
import { type Finding, coturn, green, red, said } from '../row.ts';
import { withAllocation } from './with-allocation.ts';

export const relayToRelay: Check = {
  group: 'peers',
  name: 'relay to relay',
  needs: 'an allocation',
  run: (context: Reached) =>
    withAllocation(context, (one) => withAllocation(context, (other) => judge(one, other))),
};

async function judge(one: Allocated, other: Allocated): Promise<Finding> {
  const { address } = other.relayed;
  const means = 'Two people who both need this relay do not reach each other through it.';
  const allow = coturn(`allowed-peer-ip=${address}`);
  const answers = [
    await one.client.permit(address),
    await other.client.permit(one.relayed.address),
  ];
  for (const answer of answers) {
    if (answer.kind !== 'success') return red(`${address} ${said(answer)}`, means, ...allow);
  }
  const datagram = randomBytes(12);
  const isHeard = await other.client.hears(datagram, () =>
    one.client.send(other.relayed, datagram),
  );
  if (isHeard) return green('a datagram arrived');
  return red(
    'no datagram arrived',
    `${means} It may send to itself, but what it sends does not come back in.`,
    {
      where: 'firewall',
      line: `allow UDP from the host to itself, ports min-port to max-port of ${address}`,
    },
    ...coturn('external-ip=PUBLIC/PRIVATE and allowed-peer-ip=PRIVATE, behind 1:1 NAT'),
  );
}
