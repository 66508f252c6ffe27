// Why a call is bad, most serious first. To add a cause: a rule in causes/, a line in both lists below, and a test.
//
// | what is seen                                                                 | is called                |
// |------------------------------------------------------------------------------|--------------------------|
// | someone's machine encodes, decodes or comes late, whatever the network does   | `processor`, theirs      |
// | less than wanted, or with loss, gets from one to nearly all others            | `uplink`, theirs         |
// | of two people: less than wanted one way, and enough the other                 | `uplink` of who sends it |
// | less than wanted, or with loss, gets from nearly all to one, who all send well | `downlink`, theirs       |
// | someone is connected to a relay by TCP                                        | `tcp-relay`, theirs      |
// | less than wanted, or with loss, gets from one to one, and none of the above    | `path`, between the two  |
// | a long round trip, and none of the above                                      | `distance`, between them |
import { distance } from './causes/distance.ts';
import { downlink } from './causes/downlink.ts';
import { path } from './causes/path.ts';
import { processor } from './causes/processor.ts';
import { tcpRelay } from './causes/tcp-relay.ts';
import { uplink } from './causes/uplink.ts';
import type { CallRecord } from './call-record.ts';
import type { Cause, Verdict } from './verdict.ts';

type Rule = (record: CallRecord) => readonly Verdict[];

const rules: readonly Rule[] = [processor, uplink, downlink, tcpRelay, path, distance];

/**
 * What makes each look as if it were there. A starved machine is late with all it does, which browsers take for a slow
 * network; a queue at a thin line takes time and loses what it can't hold.
 */
const explainedBy: Readonly<Record<Cause, readonly Cause[]>> = {
  processor: [],
  uplink: ['processor'],
  downlink: ['processor'],
  'tcp-relay': [],
  path: ['processor', 'uplink', 'downlink', 'tcp-relay'],
  distance: ['processor', 'uplink', 'downlink', 'tcp-relay', 'path'],
};

/** Of the same severity, what explains more comes first; of the same cause, what is own, as rules say it. */
const order = Object.keys(explainedBy);

export function diagnose(record: CallRecord): readonly Verdict[] {
  return mainOf(rules.flatMap((rule) => rule(record)));
}

/** Those that no other explains. */
export function mainOf(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts
    .filter((verdict) => !verdicts.some((other) => explains(other, verdict)))
    .toSorted((one, other) => rank(one) - rank(other));
}

function explains(cause: Verdict, effect: Verdict): boolean {
  return (
    explainedBy[effect.cause].includes(cause.cause) &&
    effect.affected.every((id) => cause.affected.includes(id))
  );
}

function rank({ cause, severity }: Verdict): number {
  return order.indexOf(cause) + (severity === 'bad' ? 0 : order.length);
}
