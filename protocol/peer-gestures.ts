// What peers show each other without words.
import * as v from 'valibot';

/** Whether someone would like to speak; said by whoever raises or lowers their hand, and to everyone who comes later. */
export const Hand = v.object({ type: v.literal('hand'), isRaised: v.boolean() });
export type Hand = v.InferOutput<typeof Hand>;

/** What can be shown for a moment; a list, so that nobody can have anything else float over the call. */
export const reactionSigns = ['👍', '❤️', '😂', '😮', '👏', '🎉'] as const;
export type ReactionSign = (typeof reactionSigns)[number];

/** Shown for a moment to whoever is there. */
export const Reaction = v.object({ type: v.literal('reaction'), sign: v.picklist(reactionSigns) });
export type Reaction = v.InferOutput<typeof Reaction>;
