// Does the relay send to the public internet?
import type { Admitted, Check } from '../context.ts';
import { type Finding, coturn, green, grey, red, said } from '../row.ts';
import { peerFromHere } from './peer-from-here.ts';
import { withAllocation } from './with-allocation.ts';

export const publicPeer: Check = {
  group: 'peers',
  name: 'public peer',
  needs: 'an allocation',
  run: judge,
};

async function judge(context: Admitted): Promise<Finding> {
  const peer = peerFromHere(context);
  if ('why' in peer) return grey(peer.why);
  return withAllocation(context, async ({ client }) => {
    const answer = await client.permit(peer.address);
    if (answer.kind === 'success') return green(`${peer.address} permitted`);
    const seen = `${peer.address} ${said(answer)}`;
    if (answer.kind === 'silent') return grey(seen);
    return red(
      seen,
      'The relay does not send to an address of the internet: calls through it fail. coturn takes an IPv6 range that begins with :: for one that holds every IPv4 address.',
      ...coturn(`take out denied-peer-ip=::-::1, and each that holds ${peer.address}`),
    );
  });
}
