// What one socket remembers through hibernation. Small, because the runtime keeps at most 16 KiB beside
// the socket, and versioned, so that a change of shape fails and is not misread.
import * as v from 'valibot';
import { Bucket } from './rate-limit.ts';
import { Member } from './roster.ts';

const Attachment = v.object({ version: v.literal(1), member: Member, bucket: Bucket });
export type Attachment = v.InferOutput<typeof Attachment>;

/** Throws on what this code did not write; that can't be, since a deploy ends every socket. */
export function readAttachment(socket: WebSocket): Attachment {
  return v.parse(Attachment, socket.deserializeAttachment());
}

/** Replaces what the socket remembers. Of the at most 16 KiB it takes about 100 bytes. */
export function writeAttachment(socket: WebSocket, attachment: Omit<Attachment, 'version'>): void {
  socket.serializeAttachment({ version: 1, ...attachment } satisfies Attachment);
}
