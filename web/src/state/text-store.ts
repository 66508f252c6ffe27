// A place of the browser's that keeps texts by name, or, where the person forbids it, nothing.

export interface TextStore {
  read(key: string): string | undefined;
  write(key: string, text: string): void;
}

/** `storage` is asked for at each use: even naming one throws where it is forbidden. */
export function textStore(storage: () => Storage): TextStore {
  return {
    read(key) {
      try {
        return storage().getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(key, text) {
      try {
        storage().setItem(key, text);
      } catch {
        return; // Forbidden, or full: the page works all the same.
      }
    },
  };
}
