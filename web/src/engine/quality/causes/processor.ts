// A machine that can't keep up with pictures: what it sends comes in jerks, and so does what it shows.
import type { CallRecord } from '../call-record.ts';
import { isBadlyReceived } from '../suffering.ts';
import type { Verdict } from '../verdict.ts';
import { ownAccount } from './own-account.ts';

export function processor(record: CallRecord): Verdict[] {
  return ownAccount(record, {
    cause: 'processor',
    ailment: 'isProcessorBusy',
    isBad: (own, other) => isBadlyReceived(own?.received) || isBadlyReceived(other?.received),
  });
}
