// What travels between a client and its room's Durable Object. This is all the server ever reads:
// the payload of a `signal` is opaque to it (see peer.ts, which the worker may not import).
import * as v from 'valibot';
import { HostToken } from './credential.ts';
import { PeerId } from './ids.ts';
import { Entry, Policy, Role } from './room.ts';
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
const Seat = v.object({ id: PeerId, away: v.boolean(), role: Role });
export type Seat = v.InferOutput<typeof Seat>;

/** What anyone may say. */
const visitorMessages = [
  v.object({ type: v.literal('join') }),
  v.object({ type: v.literal('signal'), to: PeerId, payload: v.string() }),
  v.object({ type: v.literal('ice') }),
  v.object({ type: v.literal('bye') }),
] as const;

/** What only a host may say; from anyone else it is refused. */
export const HostMessage = v.variant('type', [
  v.object({ type: v.literal('set-entry'), entry: Entry }),
  v.object({ type: v.literal('set-relay-only'), isRelayOnly: v.boolean() }),
  v.object({ type: v.literal('admit'), id: PeerId }),
  v.object({ type: v.literal('deny'), id: PeerId }),
  v.object({ type: v.literal('ask-to-mute'), id: PeerId }),
  /** `closes` the entry with it, or whoever was removed could come in from another browser. */
  v.object({ type: v.literal('remove'), id: PeerId, closes: v.boolean() }),
  v.object({ type: v.literal('hand-over'), id: PeerId }),
  v.object({ type: v.literal('end') }),
]);
export type HostMessage = v.InferOutput<typeof HostMessage>;

/** Client to object. */
export const ClientMessage = v.variant('type', [...visitorMessages, ...HostMessage.options]);
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
  'entry-closed',
  'denied',
  'not-host',
  'no-relay',
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
    role: Role,
    /** Whether this socket has taken up a seat that was kept for it; a visitor otherwise. */
    seated: v.boolean(),
    /** The seats of the others. */
    peers: v.array(Seat),
    /** Who waits to be admitted; only a host is told. */
    knocking: v.array(PeerId),
    room: v.object({ capacity: v.number(), policy: Policy }),
    ice: Ice,
  }),
  v.object({ type: v.literal('joined') }),
  /** The answer to `join` where a host admits people. */
  v.object({ type: v.literal('waiting') }),
  /** To hosts: somebody waits to be admitted, or does no more. */
  v.object({ type: v.literal('knock'), id: PeerId }),
  v.object({ type: v.literal('knock-over'), id: PeerId }),
  v.object({ type: v.literal('peer-joined'), id: PeerId, role: Role }),
  v.object({ type: v.literal('peer-away'), id: PeerId }),
  v.object({ type: v.literal('peer-back'), id: PeerId }),
  v.object({
    type: v.literal('peer-left'),
    id: PeerId,
    reason: v.picklist(['left', 'lost', 'removed']),
  }),
  v.object({ type: v.literal('peer-role'), id: PeerId, role: Role }),
  /** This side's own role has changed; a new host is given the token that makes it one again. */
  v.object({ type: v.literal('role'), role: Role, token: v.nullable(HostToken) }),
  v.object({ type: v.literal('policy'), policy: Policy }),
  /** A host would like this side to be silent. */
  v.object({ type: v.literal('mute-asked') }),
  v.object({ type: v.literal('signal'), from: PeerId, payload: v.string() }),
  v.object({ type: v.literal('ice'), ice: Ice }),
  v.object({ type: v.literal('refused'), reason: RefusedReason }),
]);
export type ServerMessage = v.InferOutput<typeof ServerMessage>;
