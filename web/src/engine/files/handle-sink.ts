// A sink into a file of the browser's, wherever that file lies (File System, section 3).
import type { FileSink } from './file-store.ts';

/** What is written is not in the file before it is closed: nobody opens half a file. `discard` removes one that is of no use. */
export async function handleSink(
  handle: FileSystemFileHandle,
  discard: () => Promise<void>,
): Promise<FileSink> {
  const stream = await handle.createWritable();
  return {
    write: (piece) => stream.write(piece),
    async close() {
      await stream.close();
      return handle.getFile();
    },
    async abort() {
      await stream.abort();
      await discard();
    },
  };
}
