// What peers say to each other, through the relay or over their data channel. The server can't depend on
// any of this, and a receiver trusts none of it: every message is decoded before it is used.
import * as v from 'valibot';
import { maxNameLength } from './limits.ts';
import { ChatMessage, History, HistoryRequest } from './peer-chat.ts';
import { FileMessage } from './peer-files.ts';
import { Hand, Reaction } from './peer-gestures.ts';
import { cleanLine } from './text.ts';

/** RTCSessionDescriptionInit; only the types perfect negotiation sends. */
export const Description = v.object({
  type: v.picklist(['offer', 'answer']),
  sdp: v.string(),
});
export type Description = v.InferOutput<typeof Description>;

/** RTCIceCandidateInit; an empty `candidate` is the end of candidates (RFC 8838, section 13). */
export const Candidate = v.object({
  candidate: v.string(),
  sdpMid: v.nullable(v.string()),
  sdpMLineIndex: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  usernameFragment: v.nullable(v.string()),
});
export type Candidate = v.InferOutput<typeof Candidate>;

/** Which of the four slots carry something right now. */
export const SlotsInUse = v.object({
  microphone: v.boolean(),
  camera: v.boolean(),
  screen: v.boolean(),
  screenAudio: v.boolean(),
});
export type SlotsInUse = v.InferOutput<typeof SlotsInUse>;

/** Who someone is, in their own words. */
export const Profile = v.object({
  name: v.pipe(v.string(), v.maxLength(maxNameLength), v.transform(cleanLine)),
});
export type Profile = v.InferOutput<typeof Profile>;

/** Names one connection of a pair; whoever offers first in it makes it up. */
const DialId = v.pipe(v.string(), v.maxLength(40));

/** What is not about the two and their connection. */
const said = [ChatMessage, HistoryRequest, History, Reaction, ...FileMessage] as const;
export type SaidMessage = v.InferOutput<(typeof said)[number]>;

/** What two peers say to each other once they are both inside; it travels in letters. */
export const PeerMessage = v.variant('type', [
  v.object({ type: v.literal('description'), dial: DialId, description: Description }),
  v.object({
    type: v.literal('candidates'),
    dial: DialId,
    candidates: v.pipe(v.array(Candidate), v.maxLength(100)),
  }),
  v.object({ type: v.literal('profile'), profile: Profile }),
  v.object({ type: v.literal('slots'), slots: SlotsInUse }),
  v.object({ type: v.literal('ice-restart'), dial: DialId }),
  v.object({ type: v.literal('bye') }),
  Hand,
  ...said,
]);
export type PeerMessage = v.InferOutput<typeof PeerMessage>;

const Epoch = v.pipe(v.string(), v.maxLength(40));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What carries a message between two peers, whichever path it takes. `number` counts the messages of one epoch
 * from 1; 0 is a letter that only acknowledges. `ack` says that all of the receiver's epoch up to `upTo` is here. The
 * message is decoded when its turn comes: one that this page doesn't know must not hold up those behind it.
 */
export const Letter = v.object({
  type: v.literal('letter'),
  epoch: Epoch,
  number: Count,
  ack: v.nullable(v.object({ epoch: Epoch, upTo: Count })),
  message: v.exactOptional(v.unknown()),
});
export type Letter = v.InferOutput<typeof Letter>;

/** Drawn for each question, so that an answer can't be passed off as one to another. */
const QuestionId = v.pipe(v.string(), v.maxLength(40));

/** Who someone is, asked and answered by those who have no mailbox yet: a visitor asks who is inside, a host who knocks. */
const introductions = [
  v.object({ type: v.literal('profile-request'), question: QuestionId }),
  v.object({ type: v.literal('profile'), question: QuestionId, profile: Profile }),
] as const;
export type Introduction = v.InferOutput<(typeof introductions)[number]>;

/** What the relay carries. */
export const RelayPayload = v.variant('type', [Letter, ...introductions]);
export type RelayPayload = v.InferOutput<typeof RelayPayload>;
