// What peers show each other without words.
import * as v from 'valibot';

/** Whether someone would like to speak; said by whoever raises or lowers their hand, and to everyone who comes later. */
export const Hand = v.object({ type: v.literal('hand'), isRaised: v.boolean() });
export type Hand = v.InferOutput<typeof Hand>;
