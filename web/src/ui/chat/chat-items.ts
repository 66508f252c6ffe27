// What stands in the chat, in order: lines, and files among them.
import type { SharedFile } from '../../engine/files/shared-file.ts';
import type { ChatLine } from '../../state/chat-model.ts';

interface ItemBase {
  readonly key: string;
  /** Of its author; empty if they gave none. */
  readonly name: string;
  readonly isOwn: boolean;
  readonly atMs: number;
  /** As in ChatLine; nobody tells of files. */
  readonly toldBy: string | undefined;
}

export type ChatItem =
  | (ItemBase & { readonly kind: 'line'; readonly line: ChatLine })
  | (ItemBase & { readonly kind: 'file'; readonly file: SharedFile });

/** Lines keep their order, whatever the times say by which they were told; files come in by their time. */
export function chatItems(
  lines: readonly ChatLine[],
  files: readonly SharedFile[],
): readonly ChatItem[] {
  const items: ChatItem[] = [];
  const waiting = [...files];
  const addFiles = (isDue: (file: SharedFile) => boolean) => {
    for (let [next] = waiting; next && isDue(next); [next] = waiting) {
      items.push(itemOfFile(next));
      waiting.shift();
    }
  };
  for (const line of lines) {
    const { key, name, isOwn, atMs, toldBy } = line;
    if (toldBy === undefined) addFiles((file) => file.atMs < atMs);
    items.push({ kind: 'line', key, name, isOwn, atMs, toldBy, line });
  }
  addFiles(() => true);
  return items;
}

function itemOfFile(file: SharedFile): ChatItem {
  const { atMs } = file;
  const isOwn = file.direction === 'sent';
  const name = isOwn ? '' : file.fromName;
  return { kind: 'file', key: `file ${file.key}`, name, isOwn, atMs, toldBy: undefined, file };
}
