// What peers say to each other about files. The files themselves travel as frames over the bulk channel.
import * as v from 'valibot';
import { cleanLine } from './text.ts';

/** In UTF-16 code units; as much as file systems take. */
export const maxFileNameLength = 255;
export const maxMediaTypeLength = 100;
/** So many fit a frame of the relay, sealed, whatever alphabet their names are written in. */
export const maxOffersPerMessage = 20;
/** As many pieces of 1 MiB as 32 bits count. */
const maxFileBytes = 2 ** 52;

/** Names a transfer among those of its sender to one receiver. */
const TransferId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1));

/** What a path is made of would lead out of the folder the file is saved in; a dot in front would hide it there. */
function fileName(text: string): string {
  return cleanLine(text.replaceAll(/[/\\:*?"<>|]/g, '_')).replace(/^\.+/, '');
}

const Offered = v.object({
  transfer: TransferId,
  name: v.pipe(v.string(), v.maxLength(maxFileNameLength), v.transform(fileName)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxFileBytes)),
  /** As its sender's browser has it, or empty; nothing but a hint. */
  mediaType: v.pipe(v.string(), v.maxLength(maxMediaTypeLength)),
});
export type Offered = v.InferOutput<typeof Offered>;

/** Files that the receiver may have. Said again whenever it may not have been heard. */
export const FileOffer = v.object({
  type: v.literal('file-offer'),
  files: v.pipe(v.array(Offered), v.maxLength(maxOffersPerMessage)),
});
export type FileOffer = v.InferOutput<typeof FileOffer>;

/** Which end of the transfer speaks: each side numbers what it sends. */
const End = v.picklist(['sender', 'receiver']);

/** A transfer rests as long as either end wants it to. */
export const FilePause = v.object({
  type: v.literal('file-pause'),
  by: End,
  transfer: TransferId,
  isPaused: v.boolean(),
});
export type FilePause = v.InferOutput<typeof FilePause>;

/**
 * A transfer is over. `done`: all of it is written and checked. `unreadable`: the sender can't read it any more.
 * `unwritable`: the receiver's disk refuses. `corrupt`: it differs from what was sent, and did so again. `unable`: the page
 * can't take files, or not so many. `unknown`: the speaker knows of no such transfer.
 */
export const FileEnd = v.object({
  type: v.literal('file-end'),
  by: End,
  transfer: TransferId,
  reason: v.picklist([
    'done',
    'declined',
    'cancelled',
    'unreadable',
    'unwritable',
    'corrupt',
    'unable',
    'unknown',
  ]),
});
export type FileEnd = v.InferOutput<typeof FileEnd>;
export type FileEndReason = FileEnd['reason'];

export const FileMessage = [FileOffer, FilePause, FileEnd] as const;
export type FileMessage = FileOffer | FilePause | FileEnd;
