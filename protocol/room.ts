// A room as both ends know it: how one is asked for, and what its hosts decide about it.
import * as v from 'valibot';
import { HostToken } from './credential.ts';
import { RoomCode } from './ids.ts';

/**
 * What only the holders of a room's key can open: SHA-256, in base64url (RFC 4648, section 5), of the join token that
 * they derive from it. Empty for an open room, which has no key.
 */
export const Lock = v.pipe(v.string(), v.regex(/^([\w-]{43})?$/), v.brand('Lock'));
export type Lock = v.InferOutput<typeof Lock>;

/** The body of `POST /api/rooms`. */
export const RoomRequest = v.object({ lock: Lock });
export type RoomRequest = v.InferOutput<typeof RoomRequest>;

/** The answer to it. Nothing is stored: the code proves itself, and the token whose room it is. */
export const CreatedRoom = v.object({ code: RoomCode, host: HostToken });
export type CreatedRoom = v.InferOutput<typeof CreatedRoom>;

/** Who may take a seat: everyone with the link, whom a host admits, or nobody new. */
export const Entry = v.picklist(['open', 'knock', 'closed']);
export type Entry = v.InferOutput<typeof Entry>;

/** What a room's hosts decide. With `isRelayOnly` every page connects through the TURN relay and shows no address. */
export const Policy = v.object({ entry: Entry, isRelayOnly: v.boolean() });
export type Policy = v.InferOutput<typeof Policy>;

/** A host may do what the policy asks of others, and change it. */
export const Role = v.picklist(['host', 'guest']);
export type Role = v.InferOutput<typeof Role>;
