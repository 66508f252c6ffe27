// Does the relay's name lead to it?
import type { Check, Context } from '../context.ts';
import { isInternal } from '../internal-range.ts';
import { type Finding, green, grey, red } from '../row.ts';

export const dns: Check = { group: 'reach', name: 'dns', needs: 'nothing', run: judge };

async function judge({ host, found, address }: Context): Promise<Finding> {
  if (!found)
    return grey(address === host ? 'the host was given by its address' : 'because of --address');
  const record = { where: 'DNS', line: `${host}. A PUBLIC-ADDRESS-OF-THE-RELAY` } as const;
  if (found.length === 0) {
    return red(
      'no address',
      'Nobody finds the relay by this name, unless it is only this machine that finds no name.',
      record,
    );
  }
  const seen = found.join(', ');
  if (found.every(isInternal)) {
    return red(
      seen,
      'The name leads to an internal network, where only those inside can follow.',
      record,
    );
  }
  return green(found.length > 1 ? `${seen}; all below is about ${address}` : seen);
}
