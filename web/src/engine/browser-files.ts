// Where the browser lets a page put files: where the person chooses, or in a place of the page's own until they are saved,
// or, where it has neither, in memory. Names browser globals, as environment.ts and own-folder.ts do, and no other file of the
// engine.
import type { FileSink, FileStore, OpenedSink } from './files/file-store.ts';
import { handleSink } from './files/handle-sink.ts';
import { ownFolder } from './own-folder.ts';

declare global {
  interface Window {
    /** File System Access, section 3; Chromium only. */
    readonly showSaveFilePicker?: (options: {
      readonly suggestedName: string;
      readonly startIn: string;
    }) => Promise<FileSystemFileHandle>;
  }
  interface FileSystemFileHandle {
    /** Chromium only. */
    remove?(): Promise<void>;
  }
}

/** Whoever has neither a disk nor more memory than most is spared. */
const maxMemoryBytes = 256 * 1024 * 1024;

/** A download has begun by then; only its beginning needs the address. */
const addressLifeMs = 60_000;

interface Wanted {
  readonly name: string;
  readonly size: number;
}

export function browserFileStore(): FileStore {
  const folder = ownFolder();
  return {
    async open(wanted) {
      return (await chosenSink(wanted)) ?? (await folder.open(wanted.size)) ?? memorySink(wanted);
    },
    save,
    close: () => folder.close(),
  };
}

/** Asks the person. Undefined where pages may not: in other browsers, and in frames of other sites. */
async function chosenSink({ name }: Wanted): Promise<OpenedSink | undefined> {
  if (!window.showSaveFilePicker) return undefined;
  try {
    const options = { suggestedName: name, startIn: 'downloads' };
    const handle = await window.showSaveFilePicker(options);
    const sink = await handleSink(handle, () => removeIfEmpty(handle));
    return { at: 'opened', sink, isSaved: true };
  } catch (error) {
    const isOwnWish = error instanceof DOMException && error.name === 'AbortError';
    return isOwnWish ? { at: 'dismissed' } : undefined;
  }
}

/** To choose a name made an empty file. */
async function removeIfEmpty(handle: FileSystemFileHandle): Promise<void> {
  if ((await handle.getFile()).size === 0) await handle.remove?.();
}

function memorySink({ name, size }: Wanted): OpenedSink {
  if (size > maxMemoryBytes) return { at: 'too-large', maxBytes: maxMemoryBytes };
  let pieces: Blob[] = [];
  const sink: FileSink = {
    write(piece) {
      // Browsers may keep a Blob elsewhere than in the page's own memory.
      pieces.push(new Blob([piece]));
      return Promise.resolve();
    },
    close: () => Promise.resolve(new File(pieces, name)),
    abort() {
      pieces = [];
      return Promise.resolve();
    },
  };
  return { at: 'opened', sink, isSaved: false };
}

/** Downloads it. Its type says nothing, so that no browser opens it as a page of this site. */
function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file.slice(0, file.size, 'application/octet-stream'));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), addressLifeMs);
}
