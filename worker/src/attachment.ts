// What one socket remembers through hibernation. Small, because the runtime keeps at most 16 KiB beside
// the socket, and versioned, so that a change of shape fails and is not misread.
import * as v from 'valibot';
import { PeerId } from '../../protocol/ids.ts';
import { Continent } from './continent.ts';
import { Bucket } from './rate-limit.ts';

/** Null is a socket that is gone: the room closed it, and has nothing more to do with it, even if it lingers. */
const Attachment = v.nullable(
  v.object({
    version: v.literal(3),
    peer: PeerId,
    /** Kept here until a seat is taken, so that this needs no await. */
    ticketHash: v.string(),
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

/** Replaces what the socket remembers. Of the at most 16 KiB it takes about 200 bytes. */
export function writeAttachment(socket: WebSocket, attachment: Attachment): void {
  socket.serializeAttachment(attachment);
}
