// Does one thing after another, in the order in which they came up, however long each takes.

export class InOrder {
  #last: Promise<unknown> = Promise.resolve();

  /** A task that fails is reported as an unhandled rejection, and holds up nothing. */
  run(task: () => unknown): void {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    // A promise of its own, which nobody catches.
    void done.then(() => undefined);
  }
}
