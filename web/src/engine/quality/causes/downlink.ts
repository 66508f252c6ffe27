// Someone's way down is too thin for what they are sent, or loses of it, from nearly everyone: they suffer.
import type { CallRecord } from '../call-record.ts';
import { isBadlyReceived } from '../suffering.ts';
import type { Verdict } from '../verdict.ts';
import { ownAccount } from './own-account.ts';

export function downlink(record: CallRecord): Verdict[] {
  return ownAccount(record, {
    cause: 'downlink',
    ailment: 'isDownlinkThin',
    isBad: (own) => isBadlyReceived(own?.received),
  });
}
