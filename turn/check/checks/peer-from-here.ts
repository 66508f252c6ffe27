// This machine as a peer of its own calls: where the relay would reach it.
import { isIPv4 } from 'node:net';
import type { Admitted } from '../context.ts';
import { isInternal } from '../internal-range.ts';

/** Our address, as the relay sees it; `why` when it rightly doesn't send there. */
export function peerFromHere({
  allocation: { mapped, relayed },
}: Admitted): { readonly address: string } | { readonly why: string } {
  const { address } = mapped;
  if (isIPv4(address) !== isIPv4(relayed.address)) {
    return { why: `we come by ${address}, and the relay sends from ${relayed.address}` };
  }
  // The relay's own address is allowed, for the sake of two people on one relay.
  if (isInternal(address) && address !== relayed.address) {
    return { why: `we come from the relay's own network, ${address}: check from outside` };
  }
  return { address };
}
