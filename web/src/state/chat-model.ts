// What is said in writing, as the screen shows it, and what of it the person has not yet seen.
import { type ReadonlySignal, computed, createModel, signal } from '@preact/signals';
import { maxChatLength } from '../../../protocol/limits.ts';
import type { CallState } from '../engine/call-state.ts';
import type { ChatEntry } from '../engine/chat.ts';

export interface ChatLine {
  readonly key: string;
  /** Empty if its author gave none. */
  readonly name: string;
  readonly isOwn: boolean;
  readonly text: string;
  readonly atMs: number;
  /** It has yet to arrive at someone who is in the call. */
  readonly isPending: boolean;
  /** Undefined unless it was said before this person came: by the name of who told it, empty if they gave none. */
  readonly toldBy: string | undefined;
}

export interface ChatServices {
  readonly state: ReadonlySignal<CallState>;
  /** How many files were offered so far: they stand among the lines. */
  readonly offers: ReadonlySignal<number>;
  /** Says something to everyone. */
  readonly say: (text: string) => void;
}

export const ChatModel = createModel(({ state, offers, say }: ChatServices) => {
  const isOpen = signal(false);
  const draft = signal('');
  /** The last line there was when the person looked away. */
  const lastSeen = signal<string | undefined>(undefined);

  const seenOffers = signal(0);

  const written = computed(() => draft.value.trim());
  const excess = computed(() => Math.max(0, written.value.length - maxChatLength));
  const lines = computed<readonly ChatLine[]>(() => linesOf(state.value));
  const unread = computed(() => {
    const firstNew = lines.value.findLastIndex(({ key }) => key === lastSeen.value) + 1;
    const newOffers = offers.value - seenOffers.value;
    return isOpen.value ? 0 : lines.value.slice(firstNew).filter(isNews).length + newOffers;
  });

  return {
    isOpen: computed(() => isOpen.value),
    draft: computed(() => draft.value),
    /** By how many characters what is written is too long to be sent. */
    excess,
    lines,
    /** How many lines and offers of others have come since the chat was last open. */
    unread,

    toggle: () => {
      lastSeen.value = lines.peek().at(-1)?.key;
      seenOffers.value = offers.peek();
      isOpen.value = !isOpen.peek();
    },
    setDraft: (text: string) => {
      draft.value = text;
    },
    /** Says what is written, unless that is nothing, or too long. */
    send: () => {
      const text = written.peek();
      if (text === '' || excess.peek() > 0) return;
      draft.value = '';
      say(text);
    },
  };
});
export interface ChatModel extends InstanceType<typeof ChatModel> {}

/** What was said before this person came can be looked up; it is no news. */
function isNews({ isOwn, toldBy }: ChatLine): boolean {
  return !isOwn && toldBy === undefined;
}

function linesOf(state: CallState): ChatLine[] {
  if (state.phase !== 'inside') return [];
  const pending = new Set(state.peers.flatMap(({ unheard }) => unheard));
  return state.chat.map((entry) => lineOf(entry, pending));
}

function lineOf(entry: ChatEntry, pending: ReadonlySet<string>): ChatLine {
  const { id, author, isOwn, name, text, atMs, toldBy } = entry;
  return {
    key: `${author}/${id}`,
    name,
    isOwn,
    text,
    atMs,
    isPending: isOwn && pending.has(id),
    toldBy,
  };
}
