// The messages and files, oldest first, with the newest in sight.
import { Clock } from 'lucide';
import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ChatLine, ChatModel } from '../../state/chat-model.ts';
import type { FilesModel } from '../../state/files-model.ts';
import { FileCard } from '../files/file-card.tsx';
import { Icon } from '../parts/icon.tsx';
import { nameInSentence, shownName } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import { type ChatItem, chatItems } from './chat-items.ts';
import './chat-log.css';
import { linkedText } from './linked-text.ts';

export function ChatLog({ chat, files }: { chat: ChatModel; files: FilesModel }) {
  const items = chatItems(chat.lines.value, files.list.value);
  return (
    <div class="chat-log" role="log" aria-label={callText().chat.heading} tabIndex={0}>
      {items.length === 0 && <p class="chat-log__nothing">{callText().chat.nothing}</p>}
      <ol class="chat-log__lines">
        {items.map((item, index) => (
          <Fragment key={item.key}>
            <Divider item={item} before={items[index - 1]} />
            <Item item={item} files={files} isContinued={isOfOne(item, items[index - 1])} />
          </Fragment>
        ))}
      </ol>
    </div>
  );
}

/** After so long the time is worth saying again. */
const pauseMs = 5 * 60_000;

/** Whether both were said by the same person, one soon after the other. */
function isOfOne(item: ChatItem, before: ChatItem | undefined): boolean {
  if (before?.isOwn !== item.isOwn || before.toldBy !== item.toldBy) return false;
  if (item.atMs - before.atMs > pauseMs) return false;
  return item.isOwn || before.name === item.name;
}

/** Where what was told ends, and what was heard begins. */
function Divider({ item, before }: { item: ChatItem; before: ChatItem | undefined }) {
  const { toldBy } = item;
  if (before?.toldBy === toldBy) return null;
  return (
    <li class="chat-log__divider">
      {toldBy === undefined
        ? callText().chat.fromHere
        : callText().chat.toldBy(nameInSentence(toldBy) || text.guest)}
    </li>
  );
}

interface ItemProps {
  readonly item: ChatItem;
  readonly files: FilesModel;
  readonly isContinued: boolean;
}

function Item({ item, files, isContinued }: ItemProps) {
  const { name, isOwn, atMs } = item;
  return (
    <li class={`chat-line ${isOwn ? 'chat-line--own' : ''}`}>
      {!isContinued && (
        <p class="chat-line__head">
          <bdi class="chat-line__name">
            {isOwn ? callText().you : shownName(name) || text.guest}
          </bdi>
          <time>{callText().chat.time(atMs)}</time>
        </p>
      )}
      {item.kind === 'line' ? (
        <Words line={item.line} />
      ) : (
        <FileCard file={item.file} files={files} />
      )}
    </li>
  );
}

function Words({ line }: { line: ChatLine }) {
  return (
    <p class="chat-line__text" dir="auto">
      <Said words={line.text} />
      {line.isPending && (
        <span class="chat-line__pending" title={callText().chat.pending}>
          <Icon icon={Clock} />
          <span class="visually-hidden">{callText().chat.pending}</span>
        </span>
      )}
    </p>
  );
}

/** What was said, with its addresses to follow. An address is read from the left, so that its host comes first. */
function Said({ words }: { words: string }) {
  // The log is drawn anew twice a second while a file is on its way.
  const pieces = useMemo(() => linkedText(words), [words]);
  return pieces.map(({ text: piece, href }, index) =>
    href === undefined ? (
      piece
    ) : (
      <a
        key={index}
        class="chat-line__link"
        dir="ltr"
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
      >
        {piece}
      </a>
    ),
  );
}
