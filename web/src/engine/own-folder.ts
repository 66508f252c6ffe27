// The origin's private file system (File System, section 6): files that only this page sees, on the disk. Each page has a
// folder there, and holds a lock by its name; a folder that nobody holds is swept away.
import type { OpenedSink } from './files/file-store.ts';
import { handleSink } from './files/handle-sink.ts';

export interface OwnFolder {
  /** Undefined where there is none: in older browsers, some private windows, and on pages that are not secure. */
  open(size: number): Promise<OpenedSink | undefined>;
  /** What is in it goes in a while. */
  close(): void;
}

const parentName = 'received';
/** A download that has begun may still be copying from there. */
const afterCloseMs = 120_000;

export function ownFolder(): OwnFolder {
  const name = crypto.randomUUID?.() ?? '';
  const parent = openParent();
  let own: Promise<FileSystemDirectoryHandle> | undefined;
  let release = (): void => undefined;
  let count = 0;

  async function makeOwn(folders: FileSystemDirectoryHandle): Promise<FileSystemDirectoryHandle> {
    await new Promise<void>((resolve) => {
      const held = new Promise<void>((done) => (release = done));
      void navigator.locks.request(lockOf(name), () => {
        resolve();
        return held;
      });
    });
    return folders.getDirectoryHandle(name, { create: true });
  }

  return {
    async open(size) {
      const folders = await parent;
      if (!folders) return undefined;
      const { quota = 0, usage = 0 } = await navigator.storage.estimate();
      if (size > quota - usage) return { at: 'too-large', maxBytes: Math.max(0, quota - usage) };
      own ??= makeOwn(folders);
      const folder = await own;
      count += 1;
      return openIn(folder, String(count));
    },
    close() {
      setTimeout(async () => {
        release();
        await sweep(await parent);
      }, afterCloseMs);
    },
  };
}

async function openParent(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    const root = await navigator.storage.getDirectory();
    const parent = await root.getDirectoryHandle(parentName, { create: true });
    void sweep(parent);
    return 'createWritable' in FileSystemFileHandle.prototype ? parent : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the folders of pages that are gone. */
async function sweep(parent: FileSystemDirectoryHandle | undefined): Promise<void> {
  if (!parent) return;
  for await (const name of parent.keys()) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      try {
        if (lock) await parent.removeEntry(name, { recursive: true });
      } catch {
        // Something still reads it, such as a download: next time, then.
      }
    });
  }
}

function lockOf(name: string): string {
  return `${parentName}/${name}`;
}

async function openIn(folder: FileSystemDirectoryHandle, name: string): Promise<OpenedSink> {
  const handle = await folder.getFileHandle(name, { create: true });
  const sink = await handleSink(handle, () => folder.removeEntry(name));
  return { at: 'opened', sink, isSaved: false };
}
