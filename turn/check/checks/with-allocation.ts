// What most checks of a relay's peers begin with.
import type { Allocated } from '../clients.ts';
import type { Reached } from '../context.ts';
import { type Finding, grey, said } from '../row.ts';

/** What `judge` makes of an allocation; grey without one. */
export async function withAllocation(
  { clients, endpoint, fresh }: Reached,
  judge: (allocated: Allocated) => Promise<Finding>,
): Promise<Finding> {
  const answer = await clients.allocate(endpoint, { credential: fresh() });
  return answer.kind === 'success'
    ? judge(answer)
    : grey(`an allocation was not had: ${said(answer)}`);
}
