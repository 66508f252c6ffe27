// The messages, oldest first, with the newest in sight.
import { Clock } from 'lucide';
import type { ChatLine } from '../../state/chat-model.ts';
import { Icon } from '../parts/icon.tsx';
import { shownName } from '../parts/shown-name.ts';
import { text } from '../text/index.ts';
import './chat-log.css';
import { linkedText } from './linked-text.ts';

export function ChatLog({ lines }: { lines: readonly ChatLine[] }) {
  return (
    <div class="chat-log" role="log" aria-label={text.chat.heading} tabIndex={0}>
      {lines.length === 0 && <p class="chat-log__nothing">{text.chat.nothing}</p>}
      <ol class="chat-log__lines">
        {lines.map((line, index) => (
          <Line key={line.key} line={line} isContinued={isOfOne(line, lines[index - 1])} />
        ))}
      </ol>
    </div>
  );
}

/** Whether both were said by the same person, one after the other. */
function isOfOne(line: ChatLine, before: ChatLine | undefined): boolean {
  return before?.isOwn === line.isOwn && before.name === line.name;
}

function Line({ line, isContinued }: { line: ChatLine; isContinued: boolean }) {
  const { name, isOwn, atMs, isPending } = line;
  return (
    <li class={`chat-line ${isOwn ? 'chat-line--own' : ''}`}>
      {!isContinued && (
        <p class="chat-line__head">
          <bdi class="chat-line__name">{isOwn ? text.call.you : shownName(name) || text.guest}</bdi>
          <time>{text.chat.time(atMs)}</time>
        </p>
      )}
      <p class="chat-line__text" dir="auto">
        <Said words={line.text} />
        {isPending && (
          <span class="chat-line__pending" title={text.chat.pending}>
            <Icon icon={Clock} />
            <span class="visually-hidden">{text.chat.pending}</span>
          </span>
        )}
      </p>
    </li>
  );
}

/** What was said, with its addresses to follow. An address is read from the left, so that its host comes first. */
function Said({ words }: { words: string }) {
  return linkedText(words).map(({ text: piece, href }, index) =>
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
