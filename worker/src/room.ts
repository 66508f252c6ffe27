// One room: accepts sockets, decodes what they send, asks the rules, carries out what they say.
// Memory holds nothing but a cache: what is true is in the open sockets, their attachments and the stored seats, so any
// handler may be the first thing a fresh instance does.
import { DurableObject } from 'cloudflare:workers';
import { closeCodes } from '../../protocol/close-code.ts';
import { decode, encode } from '../../protocol/codec.ts';
import type { PeerId } from '../../protocol/ids.ts';
import { pingFrame, pongFrame } from '../../protocol/limits.ts';
import { ClientMessage, type Ice, type ServerMessage } from '../../protocol/relay.ts';
import { type Ticket, offeredTicket } from '../../protocol/ticket.ts';
import { readAttachment, writeAttachment } from './attachment.ts';
import { requestLease } from './cloudflare-turn.ts';
import type { Config } from './config.ts';
import { type Continent, continentOf } from './continent.ts';
import type { Effects } from './effect.ts';
import { type Env, configOf } from './env.ts';
import { iceFor, iceWithoutRelay } from './ice-servers.ts';
import { sharedLease } from './lease.ts';
import { fullBucket, takeFrame } from './rate-limit.ts';
import { type Arrival, arrive, dismiss, end, refuseFrame, relay, welcome } from './relay.ts';
import { type RoomState, admitsSocket } from './roster.ts';
import { readSeats, writeSeats } from './seat-store.ts';
import { type Clock, type Owner, type Seats, alarmMs, isOwner } from './seats.ts';
import { sweep } from './sweep.ts';
import { drawTicket, hashTicket, peerOf } from './ticket.ts';
import { offeredSubprotocols, switchProtocols } from './upgrade.ts';

export class Room extends DurableObject<Env> {
  readonly #askCloudflare = sharedLease(requestLease, () => Date.now());

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(pingFrame, pongFrame));
  }

  override async fetch(request: Request): Promise<Response> {
    const continent = continentOf(request);
    const stranger = await this.#arrivalWith(drawTicket(), continent);
    const offered = offeredTicket(offeredSubprotocols(request));
    const claimant = offered && (await this.#arrivalWith(offered, continent));
    // No await from here on, or a ticket could be void by the time its socket opens, and someone could be seated
    // between the list in the welcome and the first announcement.
    const room = this.#settle();
    const isKnown = claimant && isOwner(claimant, room.seats);
    return switchProtocols(request, this.#open(isKnown ? claimant : stranger, room, continent));
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    const attachment = readAttachment(socket);
    if (!attachment) return;
    const bucketLeft = takeFrame(attachment.bucket, Date.now());
    // Counted before anything is settled, because who speaks is not silent.
    if (bucketLeft) writeAttachment(socket, { ...attachment, bucket: bucketLeft });
    const room = this.#settle();
    this.#carryOut(
      bucketLeft
        ? this.#effectsOf(frame, attachment, room)
        : dismiss('flood', attachment.peer, room.seats),
    );
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // The client's close event waits for this. It never gets its own code back: close() throws on many a code
    // that a client may send (999, 1004, 1005, 5000).
    socket.close(1000);
    const attachment = readAttachment(socket);
    // Before anything is settled, or whoever leaves would be away first.
    if (attachment) this.#carryOut(end(attachment.peer, code, this.#state()));
    this.#settle();
  }

  override webSocketError(socket: WebSocket): void {
    socket.close(closeCodes.serverError, 'serverError');
    this.#settle();
  }

  override alarm(): void {
    // Written even if nothing changed: the alarm that has rung is no longer set.
    this.#keep(this.#settle().seats);
  }

  get #config(): Config {
    const decoded = configOf(this.env);
    if (decoded.ok) return decoded.config;
    // An alarm comes nevertheless, and fails; the next event after the mistake is corrected makes up for it.
    throw new Error('the Worker refuses every socket while its configuration is wrong');
  }

  get #clock(): Clock {
    return { nowMs: Date.now(), graceMs: this.#config.seatGraceMs };
  }

  async #arrivalWith(ticket: Ticket, continent: Continent | null): Promise<Arrival> {
    const peer = peerOf(ticket);
    const ticketHash = await hashTicket(ticket);
    const ice = (await this.#iceFor(peer, continent)) ?? iceWithoutRelay(this.#config);
    return { peer, ticket, ticketHash, ice };
  }

  #iceFor(peer: PeerId, continent: Continent | null): Promise<Ice | undefined> {
    const asker = { peer, continent, nowMs: Date.now() };
    return iceFor(asker, this.#config, this.#askCloudflare);
  }

  /** Opens a socket, perhaps only to close it again, and returns the client's end. */
  #open(arrival: Arrival, room: RoomState, continent: Continent | null): WebSocket {
    const { peer, ticketHash } = arrival;
    const { 0: client, 1: server } = new WebSocketPair();
    const isAdmitted = admitsSocket(peer, room);
    if (isAdmitted) this.#carryOut(arrive(arrival, room));
    this.ctx.acceptWebSocket(server, [peer]);
    const bucket = fullBucket(Date.now());
    const attachment = { version: 3, peer, ticketHash, bucket, continent } as const;
    writeAttachment(server, isAdmitted ? attachment : null);
    if (isAdmitted) send(server, welcome(arrival, room));
    else server.close(closeCodes.roomFull, 'roomFull');
    return client;
  }

  #effectsOf(frame: string | ArrayBuffer, sender: Owner, room: RoomState): Effects {
    if (typeof frame !== 'string') return dismiss('binaryFrame', sender.peer, room.seats);
    const decoded = decode(ClientMessage, frame);
    if (!decoded.ok) return refuseFrame(decoded.reason, sender.peer, room.seats);
    return relay(decoded.value, sender, room);
  }

  /** Carries out what is due by now, and returns the room as it is then. */
  #settle(): RoomState {
    const room = this.#state();
    const due = sweep(room, this.#clock);
    if (due.length === 0) return room;
    this.#carryOut(due);
    return this.#state();
  }

  #carryOut(effects: Effects): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'keep':
          this.#keep(effect.seats);
          break;
        case 'deliver':
          this.#deliver(effect.to, effect.message);
          break;
        case 'announce':
          for (const socket of this.#openSockets()) {
            const isItself = readAttachment(socket)?.peer === effect.message.id;
            if (!isItself) send(socket, effect.message);
          }
          break;
        case 'renew-ice':
          this.ctx.waitUntil(this.#renewIce(effect.to));
          break;
        case 'close':
          for (const socket of this.#openSockets(effect.peer)) {
            writeAttachment(socket, null);
            socket.close(effect.code, effect.reason);
          }
          break;
        default:
          effect satisfies never;
      }
    }
  }

  #deliver(to: PeerId, message: ServerMessage): void {
    for (const socket of this.#openSockets(to)) send(socket, message);
  }

  #keep(seats: Seats): void {
    this.ctx.waitUntil(writeSeats(this.ctx.storage, seats, alarmMs(seats, this.#clock)));
  }

  async #renewIce(peer: PeerId): Promise<void> {
    const [socket] = this.#openSockets(peer);
    const continent = (socket && readAttachment(socket)?.continent) ?? null;
    const ice = await this.#iceFor(peer, continent);
    // Better no answer, which has the client ask again, than one that takes from it what may still be good.
    if (ice) this.#deliver(peer, { type: 'ice', ice });
  }

  #state(): RoomState {
    const roster = this.#openSockets().flatMap((socket) => {
      const attachment = readAttachment(socket);
      const pingMs = this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
      if (!attachment) return [];
      return { peer: attachment.peer, lastHeardMs: Math.max(attachment.bucket.atMs, pingMs) };
    });
    return { roster, seats: readSeats(this.ctx.storage), capacity: this.#config.roomCapacity };
  }

  /** The peer id is the socket's tag, which makes `getWebSockets` the address book; it lists closing sockets too. */
  #openSockets(peer?: PeerId): WebSocket[] {
    return this.ctx.getWebSockets(peer).filter(({ readyState }) => readyState === WebSocket.OPEN);
  }
}

function send(socket: WebSocket, message: ServerMessage): void {
  try {
    socket.send(encode(message));
  } catch {
    // It broke since it was listed. Its own close or error event will say so; the others still hear this.
    console.warn('room: a socket broke before its close event');
  }
}
