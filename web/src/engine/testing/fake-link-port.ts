// One connection's port with nobody at the other end: the test says what that one says, and sees what it is told and sent.
import { encode } from '../../../../protocol/codec.ts';
import type { StatusMessage } from '../../../../protocol/peer-status.ts';
import { Emitter } from '../emitter.ts';
import type { Encoding } from '../peer/encoding.ts';
import type { LinkPort } from '../peer/link-port.ts';
import type { SlotName } from '../slots.ts';

export class FakeLinkPort extends Emitter<{ frame: string; closed: undefined }> {
  readonly told: unknown[] = [];
  readonly encodings: (readonly [SlotName, Encoding])[] = [];
  /** What pictures may be sent in. */
  codecs: readonly RTCRtpCodec[] = [];
  /** How much of files has been sent. */
  bulkBytes = 0;
  bulkLimitBps = Infinity;
  isOpen = true;
  isUp = true;

  /** In place of a real one. */
  get asPort(): LinkPort {
    return this as unknown as LinkPort;
  }

  /** How that slot was to be encoded last. */
  encodingOf(slot: SlotName): Encoding | undefined {
    return this.encodings.findLast(([name]) => name === slot)?.[1];
  }

  /** The other end says something. */
  hear(message: StatusMessage): void {
    this.emit('frame', encode(message));
  }

  send(frame: string): void {
    this.told.push(JSON.parse(frame));
  }

  encode(slot: SlotName, change: Encoding): void {
    this.encodings.push([slot, change]);
  }

  limitBulk(limitBps: number): void {
    this.bulkLimitBps = limitBps;
  }

  readStats(): Promise<RTCStatsReport> {
    return Promise.resolve(new Map() as RTCStatsReport);
  }

  slotOf(): SlotName | undefined {
    return undefined;
  }

  codecsOf(): readonly RTCRtpCodec[] {
    return this.codecs;
  }

  close(): void {
    this.isOpen = false;
    this.isUp = false;
    this.emit('closed', undefined);
  }
}
