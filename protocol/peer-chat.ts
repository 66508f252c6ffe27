// What peers say to each other in writing, and tell those who come later.
import * as v from 'valibot';
import { PeerId } from './ids.ts';
import { maxChatLength, maxNameLength } from './limits.ts';
import { cleanLine, cleanText } from './text.ts';

/** Unique among what its sender says: it may have to be said twice, and is shown once. */
const ChatId = v.pipe(v.string(), v.maxLength(40));

const ChatText = v.pipe(
  v.string(),
  v.maxLength(maxChatLength),
  v.transform(cleanText),
  v.check((text) => text.trim() !== ''),
);

/** Something said in writing. */
export const ChatMessage = v.object({ type: v.literal('chat'), id: ChatId, text: ChatText });
export type ChatMessage = v.InferOutput<typeof ChatMessage>;

/** Something that somebody said before, in the words of whoever tells it. */
export const PastChat = v.object({
  author: PeerId,
  id: ChatId,
  name: v.pipe(v.string(), v.maxLength(maxNameLength), v.transform(cleanLine)),
  text: ChatText,
  /** By the teller's clock, in milliseconds since the epoch. */
  atMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
});
export type PastChat = v.InferOutput<typeof PastChat>;

/** A newcomer asks one of those who were there before. */
export const HistoryRequest = v.object({ type: v.literal('history-request') });

/** Part of the answer, oldest first; the last part says that it is. */
export const History = v.object({
  type: v.literal('history'),
  entries: v.pipe(v.array(PastChat), v.maxLength(100)),
  isEnd: v.boolean(),
});
export type History = v.InferOutput<typeof History>;
