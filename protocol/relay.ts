// What travels between a client and its room's Durable Object. This is all the server ever reads:
// the payload of a `signal` is opaque to it (see peer.ts, which the worker may not import).
import * as v from 'valibot';
import { PeerId } from './ids.ts';
import { Ticket } from './ticket.ts';

/** An ICE server as RTCPeerConnection takes it (W3C WebRTC, RTCIceServer). */
export const IceServer = v.object({
  urls: v.array(v.string()),
  username: v.exactOptional(v.string()),
  credential: v.exactOptional(v.string()),
});
export type IceServer = v.InferOutput<typeof IceServer>;

/**
 * `lifetimeMs` counts from the moment this arrives, because two clocks seldom agree on the time of day; null when
 * nothing expires.
 */
export const Ice = v.object({
  servers: v.array(IceServer),
  lifetimeMs: v.nullable(v.number()),
});
export type Ice = v.InferOutput<typeof Ice>;

/** A seat that is taken. It is away while its peer has no socket, which that one may come back with. */
const Seat = v.object({ id: PeerId, away: v.boolean() });
export type Seat = v.InferOutput<typeof Seat>;

/** Client to object. */
export const ClientMessage = v.variant('type', [
  v.object({ type: v.literal('join') }),
  v.object({ type: v.literal('signal'), to: PeerId, payload: v.string() }),
  v.object({ type: v.literal('ice') }),
  v.object({ type: v.literal('bye') }),
]);
export type ClientMessage = v.InferOutput<typeof ClientMessage>;

/** Why the object did not do what a message asked. The socket lives on. */
export const RefusedReason = v.picklist([
  'malformed',
  'unknown-type',
  'invalid',
  'unknown-recipient',
  'recipient-away',
  'already-joined',
  'room-full',
]);
export type RefusedReason = v.InferOutput<typeof RefusedReason>;

/** Object to client. */
export const ServerMessage = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    version: v.literal(1),
    self: PeerId,
    /** Opens a socket under this id again. */
    ticket: Ticket,
    /** Whether this socket has taken up a seat that was kept for it; a visitor otherwise. */
    seated: v.boolean(),
    /** The seats of the others. */
    peers: v.array(Seat),
    room: v.object({ capacity: v.number() }),
    ice: Ice,
  }),
  v.object({ type: v.literal('joined') }),
  v.object({ type: v.literal('peer-joined'), id: PeerId }),
  v.object({ type: v.literal('peer-away'), id: PeerId }),
  v.object({ type: v.literal('peer-back'), id: PeerId }),
  v.object({
    type: v.literal('peer-left'),
    id: PeerId,
    reason: v.picklist(['left', 'lost']),
  }),
  v.object({ type: v.literal('signal'), from: PeerId, payload: v.string() }),
  v.object({ type: v.literal('ice'), ice: Ice }),
  v.object({ type: v.literal('refused'), reason: RefusedReason }),
]);
export type ServerMessage = v.InferOutput<typeof ServerMessage>;
