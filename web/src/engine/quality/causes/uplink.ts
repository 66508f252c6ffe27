// Someone's way up is too thin for what they want to send, or loses of it, to nearly everyone: the others suffer.
import type { CallRecord } from '../call-record.ts';
import { isBadlyReceived } from '../suffering.ts';
import type { Verdict } from '../verdict.ts';
import { ownAccount } from './own-account.ts';

export function uplink(record: CallRecord): Verdict[] {
  return ownAccount(record, {
    cause: 'uplink',
    ailment: 'isUplinkThin',
    isBad: (_, other) => isBadlyReceived(other?.received),
  });
}
