// How many allocations does one person get? Enough for a call, and not all there are.
import type { Admitted, Check } from '../context.ts';
import { type Finding, coturn, green, grey, red, said } from '../row.ts';
import type { Answer } from '../stun/turn-client.ts';

/** By UDP, TCP and TLS: one for each URL. */
const urlsPerPeer = 3;
/** While ICE restarts, the old and the new ones are there. */
const duringRestart = 2;
/** How many more than a call needs are too many. */
const toSpare = 200;
const atOnce = 16;
const quotaReached = 486;

export const quota: Check = { group: 'limits', name: 'quota', needs: 'an allocation', run: judge };

async function judge(context: Admitted): Promise<Finding> {
  const { access, allocation, capacity, clients, endpoint, fresh } = context;
  if (!allocation.wasAsked) return grey('the relay asks nobody for a name, so all are one');
  if (access.kind === 'user') return grey('one user is everybody');
  const needed = (capacity - 1) * urlsPerPeer * duringRestart;
  const credential = fresh();
  let had = 0;
  while (had < needed + toSpare) {
    const batch = Array.from({ length: atOnce }, () => clients.allocate(endpoint, { credential }));
    const answers = await Promise.all(batch);
    had += answers.filter(({ kind }) => kind === 'success').length;
    const isEnd = (answer: Answer<unknown>) =>
      answer.kind === 'refused' && answer.code === quotaReached;
    if (answers.some(isEnd)) return reached(had, needed, capacity);
    const failure = answers.find((answer) => answer.kind !== 'success');
    if (failure) return grey(`${said(failure)} after ${had} allocations`);
  }
  return red(
    `none within ${had} allocations`,
    'One person with one credential can take every port of the relay from all others.',
    ...coturn(`user-quota=${needed * 2}`),
  );
}

function reached(had: number, needed: number, capacity: number): Finding {
  const seen = `${quotaReached} after ${had} allocations, of ${needed} that a call may need`;
  if (had >= needed) return green(seen);
  return red(
    seen,
    `In a call of ${capacity} some people get no relay, mostly while they change networks.`,
    { where: 'relay.env', line: `ROOM_CAPACITY=${capacity}` },
    ...coturn(`user-quota=${needed * 2}`),
  );
}
