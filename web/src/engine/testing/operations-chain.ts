// The operations chain of an RTCPeerConnection (W3C WebRTC, section 4.4.1.2): one operation at a time, each
// taking as long as the test's scheduler lets it.

/** Runs a task some time later; the test decides when. */
export type Later = (task: () => void) => void;

interface Operation {
  readonly apply: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class OperationsChain {
  readonly #later: Later;
  readonly #onEmpty: () => void;
  readonly #operations: Operation[] = [];
  #isClosed = false;

  constructor(later: Later, onEmpty: () => void) {
    this.#later = later;
    this.#onEmpty = onEmpty;
  }

  get isEmpty(): boolean {
    return this.#operations.length === 0;
  }

  /** Applies `apply` when its turn has come; the promise settles with it, and never after a close. */
  add(apply: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#operations.push({ apply, resolve, reject });
      if (this.#operations.length === 1) this.#later(() => this.#runFirst());
    });
  }

  close(): void {
    this.#isClosed = true;
  }

  #runFirst(): void {
    const [operation] = this.#operations;
    if (!operation || this.#isClosed) return;
    try {
      operation.apply();
      operation.resolve();
    } catch (error) {
      operation.reject(error);
    }
    this.#operations.shift();
    if (this.isEmpty) this.#onEmpty();
    else this.#later(() => this.#runFirst());
  }
}
