// A file on its way to one receiver: read piece by piece, no faster than they are taken.
import { encodeFrame, maxBodyBytes } from './frame.ts';
import { type Digest, checksumOf, pieceBytes, pieceCountOf, pieceWindow } from './pieces.ts';
import { Transfer, type TransferOptions } from './transfer.ts';

/** In pieces: one goes out while the next is read. */
const readAhead = 2;

export interface OutgoingOptions extends TransferOptions {
  readonly file: Blob;
  readonly digest: Digest;
  /** There is something to `take`. */
  readonly onReady: () => void;
}

export class Outgoing extends Transfer {
  readonly #options: OutgoingOptions;
  readonly #pieceCount: number;
  /** Of every piece that was read. */
  readonly #digests: Uint8Array<ArrayBuffer>[] = [];
  /** The frames of what was read, each made when it is taken. */
  #ready: Iterator<ArrayBuffer>[] = [];
  #next = 0;
  #isReading = false;
  #isChecksumRead = false;
  /** Counts the beginnings: what was read for an earlier one is not sent. */
  #beginning = 0;

  constructor(options: OutgoingOptions) {
    super(options);
    this.#options = options;
    this.#pieceCount = pieceCountOf(options.size);
  }

  /** The receiver wants everything from that piece on; before its first word nothing is sent. */
  beginAt(piece: number): void {
    // Only of what it was sent can it say that it has it.
    if (this.isOver || piece > this.#digests.length) return;
    this.#beginning += 1;
    this.#ready = [];
    this.#next = piece;
    this.#isChecksumRead = false;
    this.setWritten(piece);
    if (!this.isRunning) this.turnTo({ at: 'running' });
    void this.#read();
  }

  /** There is no channel any more: the receiver will say on the next one where to begin. */
  interrupt(): void {
    this.#beginning += 1;
    this.#ready = [];
    this.#next = Number.POSITIVE_INFINITY;
  }

  /** The receiver has written so many pieces. Acks come in order, or they are of no use. */
  acked(pieces: number): void {
    if (!this.isRunning || pieces <= this.written || pieces > this.#digests.length) return;
    this.setWritten(pieces);
    void this.#read();
  }

  /** The next frame, if there is one to be sent now. */
  take(): ArrayBuffer | undefined {
    while (this.isRunning && !this.isPaused) {
      const taken = this.#ready[0]?.next();
      if (!taken) return undefined;
      if (!taken.done) return taken.value;
      this.#ready.shift();
      void this.#read();
    }
    return undefined;
  }

  protected override resumed(): void {
    void this.#read();
    this.#options.onReady();
  }

  protected override ended(): void {
    this.interrupt();
  }

  get #mayRead(): boolean {
    if (!this.isRunning || this.isPaused || this.#isReading) return false;
    if (this.#ready.length >= readAhead) return false;
    if (this.#next >= this.#pieceCount) return this.#next === this.#pieceCount;
    return this.#next < this.written + pieceWindow;
  }

  /** Reads one piece after the other, or at their end makes the checksum, as long as there is room. */
  async #read(): Promise<void> {
    while (this.#mayRead && !this.#isChecksumRead) {
      const beginning = this.#beginning;
      this.#isReading = true;
      const frames = await this.#framesOf(this.#next);
      this.#isReading = false;
      if (beginning !== this.#beginning) continue;
      if (!frames) {
        this.endHere('unreadable');
        return;
      }
      if (this.#next === this.#pieceCount) this.#isChecksumRead = true;
      else this.#next += 1;
      this.#ready.push(frames);
      this.#options.onReady();
    }
  }

  /** Undefined if the file can't be read: it was changed, or is on something that was unplugged. */
  async #framesOf(piece: number): Promise<Iterator<ArrayBuffer> | undefined> {
    const { file, digest, transfer } = this.#options;
    if (piece === this.#pieceCount) {
      const body = await checksumOf(this.#digests, digest);
      return [encodeFrame({ kind: 'checksum', transfer, piece, body })].values();
    }
    const start = piece * pieceBytes;
    try {
      const bytes = new Uint8Array(await file.slice(start, start + pieceBytes).arrayBuffer());
      const digested = await digest(bytes);
      this.#digests[piece] = digested;
      return pieceFrames({ transfer, piece, bytes, digested });
    } catch {
      return undefined;
    }
  }
}

interface ReadPiece {
  readonly transfer: number;
  readonly piece: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digested: Uint8Array<ArrayBuffer>;
}

function* pieceFrames({ transfer, piece, bytes, digested }: ReadPiece): Generator<ArrayBuffer> {
  yield encodeFrame({ kind: 'piece', transfer, piece, body: digested });
  for (let offset = 0; offset < bytes.length; offset += maxBodyBytes) {
    const body = bytes.subarray(offset, offset + maxBodyBytes);
    yield encodeFrame({ kind: 'part', transfer, piece, offset, body });
  }
}
