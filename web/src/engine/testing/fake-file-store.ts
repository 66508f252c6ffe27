// A disk in memory, on which the test can look, and which it can slow down, fill up or take away.
import type { FileSink, FileStore, OpenedSink } from '../files/file-store.ts';

export interface FakeFileStore extends FileStore {
  /** What is being written, or was, by name. */
  readonly written: Map<string, Blob>;
  /** What was put among the downloads. */
  readonly saved: string[];
  readonly aborted: string[];
  /** What the person, or the browser, says to the next one that is to be opened. */
  next: Exclude<OpenedSink, { at: 'opened' }> | 'fails' | undefined;
  /** A write ends when this does. */
  whenWritten: () => Promise<void>;
}

export function fakeFileStore(): FakeFileStore {
  const store: FakeFileStore = {
    written: new Map(),
    saved: [],
    aborted: [],
    next: undefined,
    whenWritten: () => Promise.resolve(),
    open({ name }) {
      const { next } = store;
      store.next = undefined;
      if (next === 'fails') return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      if (next) return Promise.resolve(next);
      return Promise.resolve({ at: 'opened', sink: sinkFor(store, name), isSaved: false });
    },
    save: (_file, name) => void store.saved.push(name),
    close: () => undefined,
  };
  return store;
}

function sinkFor(store: FakeFileStore, name: string): FileSink {
  store.written.set(name, new Blob([]));
  return {
    async write(piece) {
      await store.whenWritten();
      store.written.set(name, new Blob([store.written.get(name) ?? '', piece]));
    },
    close: () => Promise.resolve(new File([store.written.get(name) ?? ''], name)),
    abort() {
      store.aborted.push(name);
      return Promise.resolve();
    },
  };
}
