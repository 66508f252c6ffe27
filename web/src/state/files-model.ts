// Files that are sent and received in the call, as the screen shows them.
import { computed, createModel, effect, signal } from '@preact/signals';
import type { PeerId } from '../../../protocol/ids.ts';
import type { Files } from '../engine/files.ts';
import type { Progress, SharedFile } from '../engine/files/shared-file.ts';

/** What it needs of engine/files.ts. */
export interface FileServices extends Pick<Files, 'list' | 'use'> {
  on(name: 'changed', listener: () => void): () => void;
}

export const FilesModel = createModel((files: FileServices) => {
  const list = signal<readonly SharedFile[]>(files.list);
  const offers = signal(countNew(files.list, []));
  effect(() =>
    files.on('changed', () => {
      offers.value += countNew(files.list, list.peek());
      list.value = files.list;
    }),
  );

  function moving(direction: SharedFile['direction']): SharedFile[] {
    return list.value.filter(
      (file) => file.direction === direction && progressOf(file).some(isMoving),
    );
  }

  return {
    list: computed(() => list.value),
    /** How many were offered to this person so far. */
    offers: computed(() => offers.value),
    /** Whether any file goes out, or comes in, at the moment. */
    isSending: computed(() => moving('sent').length > 0),
    isReceiving: computed(() => moving('received').length > 0),

    /** Offers files to everyone who is in the call now. */
    offer: (offered: readonly File[]) => files.use((desk) => desk.offer(offered)),
    /** Takes what is offered; in the click of the person, whom the browser may ask where to save it. */
    accept: (key: string) => files.use((desk) => void desk.accept(key)),
    /** Lets a transfer rest, or go on: of a sent file the one to `receiver`. */
    pause: (key: string, wanted: { readonly isPaused: boolean; readonly receiver?: PeerId }) =>
      files.use((desk) => desk.pause(key, wanted)),
    /** Lets all that go out, or come in, rest. */
    pauseAll: (direction: SharedFile['direction']) => {
      const keys = moving(direction).map(({ key }) => key);
      files.use((desk) => keys.forEach((key) => desk.pause(key, { isPaused: true })));
    },
    /** Declines what is offered, or ends what goes on: of a sent file for `receiver`, or for all. */
    end: (key: string, receiver?: PeerId) => files.use((desk) => desk.end(key, receiver)),
    /** Puts a file that has come among the downloads, again. */
    save: (key: string) => files.use((desk) => desk.save(key)),
  };
});
export interface FilesModel extends InstanceType<typeof FilesModel> {}

function progressOf(file: SharedFile): readonly Progress[] {
  if (file.direction === 'received') return [file.progress];
  return file.receivers.map(({ progress }) => progress);
}

function isMoving(progress: Progress): boolean {
  return progress.at === 'running' && !progress.isPausedHere && !progress.isPausedThere;
}

/** How many are received in `list` and were not there before: the list may have forgotten others meanwhile. */
function countNew(list: readonly SharedFile[], before: readonly SharedFile[]): number {
  const known = new Set(before.map(({ key }) => key));
  return list.filter(({ direction, key }) => direction === 'received' && !known.has(key)).length;
}
