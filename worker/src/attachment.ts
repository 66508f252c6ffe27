// What one socket remembers through hibernation. Small, because the runtime keeps at most 16 KiB beside
// the socket, and versioned, so that a change of shape fails and is not misread.
import * as v from 'valibot';
import { Continent } from './continent.ts';
import { Bucket } from './rate-limit.ts';
import type { Member } from './roster.ts';
import { ownerFields } from './seats.ts';

/** Null is a socket that is gone: the room closed it, and has nothing more to do with it, even if it lingers. */
const Attachment = v.nullable(
  v.object({
    version: v.literal(4),
    /** What a seat is to have, once this socket's peer takes one. */
    ...ownerFields,
    /** Since when it waits to be admitted, in milliseconds since the epoch. */
    knockedMs: v.nullable(v.number()),
    bucket: Bucket,
    /** Where its upgrade came from, for the choice of relay hosts when credentials are renewed. */
    continent: v.nullable(Continent),
  }),
);
export type Attachment = v.InferOutput<typeof Attachment>;

/** Throws on what this code did not write; that can't be, since a deploy ends every socket. */
export function readAttachment(socket: WebSocket): Attachment {
  return v.parse(Attachment, socket.deserializeAttachment());
}

/** Replaces what the socket remembers. Of the at most 16 KiB it takes about 300 bytes. */
export function writeAttachment(socket: WebSocket, attachment: Attachment): void {
  socket.serializeAttachment(attachment);
}

/** The member of the room that a socket's memory makes of it; `pingMs` is when it last sent a ping, of which it knows nothing. */
export function memberFrom(attachment: Exclude<Attachment, null>, pingMs = 0): Member {
  const { peer, ticketHash, role, browser, knockedMs, bucket } = attachment;
  const lastHeardMs = Math.max(bucket.atMs, pingMs);
  return { peer, ticketHash, role, browser, knockedMs, lastHeardMs };
}
