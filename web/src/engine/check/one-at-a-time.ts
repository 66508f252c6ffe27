// Has what would disturb each other wait for its turn.

export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  /** Settles as the task does, which begins when those before it have ended, well or not. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
