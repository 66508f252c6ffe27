// A file that is sent or received in the call, as it looks from outside.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { FileEndReason } from '../../../../protocol/peer-files.ts';

/** `gone`: the other person has left. */
export type EndOfTransfer = Exclude<FileEndReason, 'done'> | 'gone';

export type Progress =
  /** Not answered yet. `maxBytes` is what this browser can take, if that was too little. */
  | { readonly at: 'offered'; readonly maxBytes?: number }
  /** The person is being asked where to save it. */
  | { readonly at: 'opening' }
  | {
      readonly at: 'running';
      /** On the receiver's disk. */
      readonly bytes: number;
      /** Undefined until something can be said. */
      readonly bytesPerSecond: number | undefined;
      readonly isPausedHere: boolean;
      readonly isPausedThere: boolean;
    }
  | { readonly at: 'done' }
  | { readonly at: 'over'; readonly why: EndOfTransfer; readonly isOwnDoing: boolean };

interface SharedFileBase {
  /** Unique in the call. */
  readonly key: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** When it was offered, in milliseconds since the epoch. */
  readonly atMs: number;
}

/** Each receiver decides, and is served, apart from the others. */
export interface Receiver {
  readonly id: PeerId;
  readonly name: string;
  readonly progress: Progress;
}

export interface SentFile extends SharedFileBase {
  readonly direction: 'sent';
  readonly file: File;
  readonly receivers: readonly Receiver[];
}

export interface ReceivedFile extends SharedFileBase {
  readonly direction: 'received';
  readonly from: PeerId;
  readonly fromName: string;
  readonly progress: Progress;
  /** Once it is whole; `isSaved` when it is where the person wanted it. */
  readonly saved: { readonly file: File; readonly isSaved: boolean } | undefined;
}

export type SharedFile = SentFile | ReceivedFile;
