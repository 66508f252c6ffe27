// What peers say to each other in writing.
import * as v from 'valibot';
import { maxChatLength } from './limits.ts';
import { cleanText } from './text.ts';

/** Something said in writing. `id` is unique among what its sender says: it may have to be said twice, and is shown once. */
export const ChatMessage = v.object({
  type: v.literal('chat'),
  id: v.pipe(v.string(), v.maxLength(40)),
  text: v.pipe(
    v.string(),
    v.maxLength(maxChatLength),
    v.transform(cleanText),
    v.check((text) => text.trim() !== ''),
  ),
});
export type ChatMessage = v.InferOutput<typeof ChatMessage>;
