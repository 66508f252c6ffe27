// Two ends of a bulk channel in memory. Frames arrive one after another, as copies; the test may alter or lose them.
import { Emitter } from '../emitter.ts';
import { highWaterBytes, lowWaterBytes } from '../peer/bulk-channel.ts';

interface FakeBulkEvents {
  frame: ArrayBuffer;
  low: undefined;
  closed: undefined;
}

export class FakeBulk extends Emitter<FakeBulkEvents> {
  #other: FakeBulk | undefined;
  #queue: ArrayBuffer[] = [];
  #queuedBytes = 0;
  #isOpen = true;
  /** What was sent over this end, in bytes. */
  sentBytes = 0;
  /** What becomes of a frame that is sent here: undefined if it is lost. */
  alter: (frame: ArrayBuffer) => ArrayBuffer | undefined = (frame) => frame;

  static pair(): readonly [FakeBulk, FakeBulk] {
    const [one, other] = [new FakeBulk(), new FakeBulk()];
    one.#other = other;
    other.#other = one;
    return [one, other];
  }

  get hasRoom(): boolean {
    return this.#isOpen && this.#queuedBytes < highWaterBytes;
  }

  send(frame: ArrayBuffer): boolean {
    if (!this.#isOpen) return false;
    this.#queue.push(frame.slice());
    this.#queuedBytes += frame.byteLength;
    this.sentBytes += frame.byteLength;
    if (this.#queue.length === 1) queueMicrotask(() => this.#deliver());
    return true;
  }

  /** Both ends close; what was on its way is lost. */
  cut(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#queue = [];
    this.emit('closed', undefined);
    this.#other?.cut();
  }

  #deliver(): void {
    const frame = this.#queue.shift();
    if (!frame) return;
    const wasHigh = this.#queuedBytes > lowWaterBytes;
    this.#queuedBytes -= frame.byteLength;
    const arriving = this.alter(frame);
    if (arriving) this.#other?.emit('frame', arriving);
    if (wasHigh && this.#queuedBytes <= lowWaterBytes) this.emit('low', undefined);
    if (this.#queue.length > 0) queueMicrotask(() => this.#deliver());
  }
}
