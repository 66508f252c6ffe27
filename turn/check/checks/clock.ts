// Does the relay's clock agree with ours? Credentials expire by the Worker's clock, and are judged by the relay's.
import { longestLifeSeconds, sign, toSeconds } from '../access.ts';
import type { Check, Reached } from '../context.ts';
import { type Finding, green, grey, red } from '../row.ts';

/** Nobody needs to know it better. */
const closeSeconds = 10;
/**
 * Half the shortest life the Worker may give a credential, which is when a client asks for a new one: with a clock that
 * is further ahead, the relay would refuse those it still has.
 */
const mostSeconds = 30;
/** coturn reads an expiry as a signed number of 32 bits. */
const first = 1;
const last = 2_147_483_647;

/** Whether the relay accepts a credential that expires in so many seconds; undefined when it does not answer. */
type Accepts = (expiresInSeconds: number) => Promise<boolean | undefined>;

export type ClockDifference =
  | { readonly kind: 'close' }
  | { readonly kind: 'apart'; readonly aheadSeconds: number }
  /** By more than the longest life of a credential. */
  | { readonly kind: 'far'; readonly isAhead: boolean }
  /** The expiry makes no difference. */
  | { readonly kind: 'indifferent'; readonly isAccepted: boolean }
  | { readonly kind: 'silent' };

export const clock: Check = { group: 'access', name: 'clock', needs: 'an answer', run: judge };

async function judge({ access, nowMs, clients, endpoint }: Reached): Promise<Finding> {
  if (access.kind === 'user') return grey('a password does not expire');
  const accepts: Accepts = async (expiresInSeconds) => {
    const expirySeconds = toSeconds(nowMs()) + expiresInSeconds;
    const credential = sign(access.secret, Math.min(Math.max(first, expirySeconds), last));
    const answer = await clients.allocate(endpoint, { credential });
    return answer.kind === 'silent' ? undefined : answer.kind === 'success';
  };
  return found(await findDifference(accepts));
}

/** A credential is accepted as long as the relay's clock has not passed its expiry. */
export async function findDifference(accepts: Accepts): Promise<ClockDifference> {
  const [late, early] = await Promise.all([accepts(closeSeconds), accepts(-closeSeconds)]);
  if (late === undefined || early === undefined) return { kind: 'silent' };
  if (late && !early) return { kind: 'close' };
  const isAhead = !late;
  const direction = isAhead ? 1 : -1;
  const isWithin = (await accepts(direction * longestLifeSeconds)) === isAhead;
  if (isWithin) {
    const [refused, accepted] = isAhead
      ? [closeSeconds, longestLifeSeconds]
      : [-longestLifeSeconds, -closeSeconds];
    return bisect(accepts, { refused, accepted });
  }
  const isEver = (await accepts(direction * last)) === isAhead;
  return isEver ? { kind: 'far', isAhead } : { kind: 'indifferent', isAccepted: !isAhead };
}

async function bisect(
  accepts: Accepts,
  bounds: { refused: number; accepted: number },
): Promise<ClockDifference> {
  let { refused, accepted } = bounds;
  while (accepted - refused > 1) {
    const between = Math.floor((refused + accepted) / 2);
    const isAccepted = await accepts(between);
    if (isAccepted === undefined) return { kind: 'silent' };
    if (isAccepted) accepted = between;
    else refused = between;
  }
  return { kind: 'apart', aheadSeconds: accepted };
}

function found(difference: ClockDifference): Finding {
  switch (difference.kind) {
    case 'close':
      return green(`within ${closeSeconds} s of ours`);
    case 'apart': {
      const { aheadSeconds } = difference;
      const seen = `${Math.abs(aheadSeconds)} s ${aheadSeconds > 0 ? 'ahead of' : 'behind'} ours`;
      return Math.abs(aheadSeconds) > mostSeconds ? off(seen, aheadSeconds > 0) : green(seen);
    }
    case 'far': {
      const { isAhead } = difference;
      return off(`more than two days ${isAhead ? 'ahead of' : 'behind'} ours`, isAhead);
    }
    case 'indifferent':
      return grey(
        difference.isAccepted
          ? 'credentials are accepted whenever they expire'
          : 'no credential is accepted, however late it expires',
      );
    case 'silent':
      return grey('an attempt was not answered');
    default:
      return difference satisfies never;
  }
}

function off(seen: string, isAhead: boolean): Finding {
  const means = isAhead
    ? "One of the clocks is wrong. If it is the relay's, it refuses credentials that are still good."
    : "One of the clocks is wrong. If it is the relay's, credentials count for longer than they should.";
  return red(seen, means, { where: 'host', line: 'timedatectl set-ntp true' });
}
