// A file that comes in: piece by piece it is put together, checked, written, and acknowledged.
import { InOrder } from '../in-order.ts';
import type { FileSink } from './file-store.ts';
import { type Frame, encodeFrame } from './frame.ts';
import {
  type Digest,
  checksumOf,
  isSame,
  pieceCountOf,
  pieceLength,
  pieceWindow,
} from './pieces.ts';
import { Transfer, type TransferOptions } from './transfer.ts';

/** How often in a row a piece may come differently from what its sender has read; more is no accident of the way. */
const maxBadPieces = 3;

export interface IncomingOptions extends TransferOptions {
  readonly digest: Digest;
  /** Over the channel, if there is one. */
  readonly send: (frame: ArrayBuffer) => void;
  /** All of it is written. */
  readonly onFile: (file: File) => void;
}

/** A piece of which not everything is here. */
interface PartialPiece {
  readonly piece: number;
  readonly digested: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  filled: number;
}

export class Incoming extends Transfer {
  readonly #options: IncomingOptions;
  /** Of every piece that was written. */
  readonly #digests: Uint8Array<ArrayBuffer>[] = [];
  #sink: FileSink | undefined;
  #partial: PartialPiece | undefined;
  /** The next piece to come; those between the written ones and this one wait for the disk. */
  #expected = 0;
  #bad = 0;
  /** One after the other, in the order they came. */
  readonly #work = new InOrder();
  /** Counts the beginnings: what waits since before one is not written. */
  #beginning = 0;

  constructor(options: IncomingOptions) {
    super(options);
    this.#options = options;
  }

  /** The person is being asked where to put it. */
  opening(): void {
    this.turnTo({ at: 'opening' });
  }

  /** They did not say; `maxBytes` is what would have been possible. */
  notOpened(maxBytes?: number): void {
    if (this.isOver) return;
    this.turnTo(maxBytes === undefined ? { at: 'offered' } : { at: 'offered', maxBytes });
  }

  /** Asks for the file, to be written there. */
  accept(sink: FileSink): void {
    if (this.isOver) {
      void quietly(sink.abort());
      return;
    }
    this.#sink = sink;
    this.turnTo({ at: 'running' });
    this.ask();
  }

  /** Asks for what is missing: at first for all of it, and for the rest on every new channel. */
  ask(): void {
    // What has come is written first.
    this.#queue(() => this.#begin());
  }

  /** Takes what came over the channel; whatever is not what was asked for is dropped. */
  receive(frame: Frame): void {
    if (!this.isRunning) return;
    if (frame.kind === 'piece') this.#open(frame);
    else if (frame.kind === 'part') this.#add(frame);
    else if (frame.kind === 'checksum') this.#queue(() => this.#finish(frame));
  }

  protected override resumed(): void {}

  protected override ended(): void {
    this.#partial = undefined;
    this.#beginning += 1;
    const sink = this.#sink;
    this.#sink = undefined;
    // After what is being written.
    if (sink) this.#work.run(() => quietly(sink.abort()));
  }

  #begin(): void {
    this.#beginning += 1;
    this.#partial = undefined;
    this.#expected = this.written;
    this.#send('from');
  }

  #open({ piece, body }: Frame): void {
    const isExpected = piece === this.#expected && piece < pieceCountOf(this.size);
    if (!isExpected || piece >= this.written + pieceWindow) return;
    const bytes = new Uint8Array(pieceLength(this.size, piece));
    this.#partial = { piece, digested: body.slice(), bytes, filled: 0 };
  }

  #add({ piece, offset, body }: Frame): void {
    const partial = this.#partial;
    if (!partial || piece !== partial.piece || offset !== partial.filled) return;
    if (offset + body.length > partial.bytes.length) return;
    partial.bytes.set(body, offset);
    partial.filled += body.length;
    if (partial.filled < partial.bytes.length) return;
    this.#partial = undefined;
    this.#expected += 1;
    this.#queue(() => this.#write(partial));
  }

  async #write({ digested, bytes }: PartialPiece): Promise<void> {
    if (!isSame(await this.#options.digest(bytes), digested)) {
      this.#refuse();
      return;
    }
    await this.#sink?.write(bytes);
    if (!this.isRunning) return;
    this.#digests.push(digested);
    this.#bad = 0;
    this.setWritten(this.written + 1);
    this.#send('written');
  }

  #refuse(): void {
    this.#bad += 1;
    if (this.#bad > maxBadPieces) this.endHere('corrupt');
    else this.#begin(); // What came behind it is not written in its place.
  }

  async #finish({ piece, body }: Frame): Promise<void> {
    if (piece !== this.written || piece !== pieceCountOf(this.size)) return;
    if (!isSame(await checksumOf(this.#digests, this.#options.digest), body)) {
      this.endHere('corrupt');
      return;
    }
    const sink = this.#sink;
    if (!sink) return;
    const file = await sink.close();
    if (!this.isRunning) return;
    this.#sink = undefined;
    this.#options.onFile(file);
    this.endHere('done');
  }

  /** What is left over from before the last beginning is not done. A disk that refuses ends the transfer. */
  #queue(task: () => Promise<void> | void): void {
    const beginning = this.#beginning;
    this.#work.run(async () => {
      if (!this.isRunning || beginning !== this.#beginning) return;
      try {
        await task();
      } catch {
        this.endHere('unwritable');
      }
    });
  }

  #send(kind: 'from' | 'written'): void {
    const { transfer, send } = this.#options;
    send(encodeFrame({ kind, transfer, piece: this.written }));
  }
}

/** It is of no use any more, so it does not matter whether it goes. */
async function quietly(promise: Promise<void>): Promise<void> {
  try {
    await promise;
  } catch {
    // Nothing can be done about it, and the browser cleans up at the next start.
  }
}
