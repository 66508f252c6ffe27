// Does the relay keep out of the networks behind it?
import { isIPv4 } from 'node:net';
import type { Check, Reached } from '../context.ts';
import { internalRangeOf, internalRanges } from '../internal-range.ts';
import { type Finding, coturn, green, grey, red, said } from '../row.ts';
import type { Answer, TurnClient } from '../stun/turn-client.ts';
import { withAllocation } from './with-allocation.ts';

interface Asked {
  readonly address: string;
  readonly answer: Answer<unknown>;
}

const familyNotSupported = 440;
/** Forbidden, and a peer of another family than the allocation (RFC 8656, sections 9.2 and 7.3). */
const denials = new Set([403, 443]);

const samples = internalRanges.map(({ sample }) => sample);
const multicast = '239.255.255.250';
const samples4 = [...samples.filter(isIPv4), multicast];
/** The ways back to IPv4, and those that people use. */
const wellKnown6 = ['::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', 'fe80::1', 'fd00::1'];
const samples6 = [...wellKnown6, ...samples.filter((address) => !isIPv4(address))];

export const internalPeers: Check = {
  group: 'peers',
  name: 'internal peers',
  needs: 'an allocation',
  run: (context) =>
    withAllocation(context, async ({ client }) => judge(await ask(client, samples4))),
};

export const internalPeers6: Check = {
  group: 'peers',
  name: 'internal IPv6',
  needs: 'an allocation',
  run: judge6,
};

/** One request for each: of several addresses in one, the answer would not say which it is about. */
function ask(client: TurnClient, addresses: readonly string[]): Promise<Asked[]> {
  return Promise.all(
    addresses.map(async (address) => ({ address, answer: await client.permit(address) })),
  );
}

function judge(asked: readonly Asked[]): Finding {
  const permitted = asked.filter(({ answer }) => answer.kind === 'success');
  if (permitted.length > 0) {
    const addresses = permitted.map(({ address }) => address);
    return red(
      `${permitted.length} of ${asked.length} open: ${addresses.join(', ')}`,
      "Whoever opens a room's link reaches these addresses from the inside, past every firewall.",
      ...coturn(
        ...new Set(addresses.map(lineAgainst)),
        'take out each allowed-peer-ip that holds them',
      ),
    );
  }
  const codes = new Set<number>();
  for (const { address, answer } of asked) {
    if (answer.kind === 'success') continue;
    if (answer.kind === 'silent' || !denials.has(answer.code))
      return grey(`${address}: ${said(answer)}`);
    codes.add(answer.code);
  }
  return green(`${asked.length} tried, all refused with ${[...codes].join(' or ')}`);
}

function lineAgainst(address: string): string {
  if (address === multicast) return 'no-multicast-peers';
  return internalRangeOf(address)?.line ?? 'take out allow-loopback-peers';
}

/** By a relayed address of IPv4, and by one of IPv6, if the relay gives any. */
async function judge6(context: Reached): Promise<Finding> {
  return withAllocation(context, async ({ client }) => {
    const over4 = await ask(client, wellKnown6);
    const { clients, endpoint, fresh } = context;
    const got = await clients.allocate(endpoint, { credential: fresh(), family: 'IPv6' });
    if (got.kind === 'success') return judge([...over4, ...(await ask(got.client, samples6))]);
    const isWithout6 = got.kind === 'refused' && got.code === familyNotSupported;
    return isWithout6 ? judge(over4) : grey(`an allocation of IPv6: ${said(got)}`);
  });
}
