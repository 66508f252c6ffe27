// A part of the call whose code is loaded when it is first needed, and what is to be done with it until it is there.

type Task<Part> = (part: Part) => void;

export interface LatePartOptions<Part> {
  /** Gives what makes the part. Rejects if it can't be had now: then it is tried again at the next occasion. */
  readonly load: () => Promise<() => Part>;
  /** Called once, before anything is done with it. */
  readonly onMade: (part: Part) => void;
  /** Of more tasks that wait the oldest are dropped. */
  readonly maxWaiting?: number;
}

export class LatePart<Part extends { close(): void }> {
  readonly #options: LatePartOptions<Part>;
  #part: Part | undefined;
  #waiting: Task<Part>[] = [];
  #isLoading = false;
  #isOpen = true;

  constructor(options: LatePartOptions<Part>) {
    this.#options = options;
  }

  /** Undefined until it has been loaded. */
  get part(): Part | undefined {
    return this.#part;
  }

  /** Whether there has been anything to do with it. */
  get isNeeded(): boolean {
    return this.#part !== undefined || this.#waiting.length > 0;
  }

  /** Does something with it: at once if it is there, else when it is. */
  use(task: Task<Part>): void {
    if (this.#part) {
      task(this.#part);
      return;
    }
    this.#waiting.push(task);
    if (this.#waiting.length > (this.#options.maxWaiting ?? Infinity)) this.#waiting.shift();
    if (!this.#isLoading) void this.#load();
  }

  close(): void {
    this.#isOpen = false;
    this.#part?.close();
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    // The server may be gone, or the network.
    const make = await this.#options.load().catch(() => undefined);
    this.#isLoading = false;
    if (make && this.#isOpen) this.#begin(make());
  }

  #begin(part: Part): void {
    this.#part = part;
    this.#options.onMade(part);
    // The next is done though one fails, which is told as any failure is.
    for (const task of this.#waiting.splice(0)) queueMicrotask(() => task(part));
  }
}
