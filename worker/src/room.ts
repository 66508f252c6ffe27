// One room: accepts sockets, decodes what they send, asks the rules, carries out what they say.
// Memory holds nothing but a cache: what is true is in the open sockets, their attachments and what is stored, so any
// handler may be the first thing a fresh instance does.
import { DurableObject } from 'cloudflare:workers';
import { closeCodes } from '../../protocol/close-code.ts';
import { decode } from '../../protocol/codec.ts';
import { offeredCredential } from '../../protocol/credential.ts';
import type { PeerId } from '../../protocol/ids.ts';
import { pingFrame, pongFrame } from '../../protocol/limits.ts';
import { ClientMessage, type Ice } from '../../protocol/relay.ts';
import type { Ticket } from '../../protocol/ticket.ts';
import { type Arrival, type Credentials, type Papers, arrive, greet, identify } from './arrival.ts';
import { memberFrom, readAttachment, writeAttachment } from './attachment.ts';
import { requestLease } from './cloudflare-turn.ts';
import type { Config } from './config.ts';
import { type Continent, continentOf } from './continent.ts';
import type { Effects } from './effect.ts';
import { type Env, configOf } from './env.ts';
import { readHostToken, signHostToken } from './host-token.ts';
import { iceFor, iceWithoutRelay } from './ice-servers.ts';
import { type KeptChange, alarmMs, changed } from './kept.ts';
import { sharedLease } from './lease.ts';
import { fullBucket, takeFrame } from './rate-limit.ts';
import { dismiss, end, refuseFrame, relay } from './relay.ts';
import { readKept, writeKept } from './room-store.ts';
import { type Member, type RoomState, memberOf, reasonToTurnAway, waitingIn } from './roster.ts';
import type { Clock } from './seats.ts';
import { Sockets } from './sockets.ts';
import { sweep } from './sweep.ts';
import { drawTicket, hashTicket, peerOf } from './ticket.ts';
import { offeredSubprotocols, switchProtocols } from './upgrade.ts';

export class Room extends DurableObject<Env> {
  readonly #sockets: Sockets;
  readonly #askCloudflare = sharedLease(requestLease, () => Date.now());

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sockets = new Sockets(ctx);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(pingFrame, pongFrame));
  }

  override async fetch(request: Request): Promise<Response> {
    const continent = continentOf(request);
    const credentials = await this.#credentialsOf(request, continent);
    // No await from here on, or a ticket could be void by the time its socket opens, and someone could be seated
    // between the list in the welcome and the first announcement.
    const room = this.#settle();
    const arrival = identify(credentials, room);
    return switchProtocols(request, this.#open(arrival, room, continent));
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    const attachment = readAttachment(socket);
    if (!attachment) return;
    const bucketLeft = takeFrame(attachment.bucket, Date.now());
    const heard = { ...attachment, bucket: bucketLeft ?? attachment.bucket };
    // Counted before anything is settled, because who speaks is not silent.
    writeAttachment(socket, heard);
    const room = this.#settle();
    const sender = memberFrom(heard);
    this.#carryOut(
      bucketLeft ? this.#effectsOf(frame, sender, room) : dismiss('flood', sender, room),
    );
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // The client's close event waits for this. It never gets its own code back: close() throws on many a code
    // that a client may send (999, 1004, 1005, 5000).
    socket.close(1000);
    this.#end(socket, code);
  }

  override webSocketError(socket: WebSocket): void {
    socket.close(closeCodes.serverError, 'serverError');
    this.#end(socket, closeCodes.serverError);
  }

  override alarm(): void {
    this.#settle();
    // Written even if nothing changed: the alarm that has rung is no longer set.
    this.#keep({});
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

  get #name(): string {
    const { name } = this.ctx.id;
    if (name === undefined) throw new Error('the Worker gives every object a name');
    return name;
  }

  async #credentialsOf(request: Request, continent: Continent | null): Promise<Credentials> {
    const offered = offeredSubprotocols(request);
    const ticket = offeredCredential('ticket', offered);
    const token = offeredCredential('host', offered);
    const { roomSecret } = this.#config;
    return {
      fresh: await this.#papersFor(drawTicket(), continent),
      offered: ticket && (await this.#papersFor(ticket, continent)),
      browser: offeredCredential('browser', offered),
      handOvers: token && (await readHostToken(roomSecret, { token, room: this.#name })),
    };
  }

  async #papersFor(ticket: Ticket, continent: Continent | null): Promise<Papers> {
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
    const { peer, ticketHash, role, browser } = arrival;
    const { 0: client, 1: server } = new WebSocketPair();
    const refusal = reasonToTurnAway(arrival, room);
    if (refusal) {
      this.#sockets.accept(server, peer, null);
      server.close(closeCodes[refusal], refusal);
      return client;
    }
    this.#carryOut(arrive(arrival, room));
    const owner = { peer, ticketHash, role, browser };
    const bucket = fullBucket(Date.now());
    const attachment = { version: 4, ...owner, knockedMs: null, bucket, continent } as const;
    this.#sockets.accept(server, peer, attachment);
    this.#carryOut(greet(arrival, this.#state()));
    return client;
  }

  #effectsOf(frame: string | ArrayBuffer, sender: Member, room: RoomState): Effects {
    if (typeof frame !== 'string') return dismiss('binaryFrame', sender, room);
    const decoded = decode(ClientMessage, frame);
    if (!decoded.ok) return refuseFrame(decoded.reason, sender, room);
    return relay(decoded.value, sender, room);
  }

  #end(socket: WebSocket, code: number): void {
    const attachment = readAttachment(socket);
    // An error may be followed by a close.
    writeAttachment(socket, null);
    // Before anything is settled, or whoever leaves would be away first.
    if (attachment) this.#carryOut(end(memberFrom(attachment), code, this.#state()));
    this.#settle();
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
          this.#keep(effect.change);
          break;
        case 'deliver':
          this.#sockets.deliver(effect.to, effect.message);
          break;
        case 'announce':
          this.#sockets.announce(effect.message);
          break;
        case 'mark':
          this.#sockets.mark(effect.peer, effect.marks);
          break;
        case 'renew-ice':
          this.ctx.waitUntil(this.#renewIce(effect.to));
          break;
        case 'grant':
          this.ctx.waitUntil(this.#grant(effect.to, effect.waiting));
          break;
        case 'close':
          this.#sockets.close(effect.peer, effect.code, effect.reason);
          break;
        default:
          effect satisfies never;
      }
    }
  }

  #keep(change: KeptChange): void {
    const kept = changed(readKept(this.ctx.storage), change, Date.now());
    this.ctx.waitUntil(writeKept(this.ctx.storage, kept, alarmMs(kept, this.#clock)));
  }

  async #renewIce(peer: PeerId): Promise<void> {
    const continent = this.#sockets.attachmentOf(peer)?.continent ?? null;
    const ice = await this.#iceFor(peer, continent);
    // Better no answer, which has the client ask again, than one that takes from it what may still be good.
    if (ice) this.#sockets.deliver(peer, { type: 'ice', ice });
  }

  async #grant(peer: PeerId, waiting: readonly PeerId[]): Promise<void> {
    const { handOvers } = this.#state().decisions;
    const powers = { handOvers, room: this.#name };
    const token = await signHostToken(this.#config.roomSecret, powers);
    const { roster, decisions } = this.#state();
    // It may have handed them on by now.
    if (memberOf(roster, peer)?.role !== 'host' || decisions.handOvers !== handOvers) return;
    this.#sockets.deliver(peer, { type: 'role', role: 'host', token });
    for (const { peer: id } of waitingIn(roster))
      if (waiting.includes(id)) this.#sockets.deliver(peer, { type: 'knock', id });
  }

  #state(): RoomState {
    const { roomCapacity: capacity, turn } = this.#config;
    const { roster } = this.#sockets;
    const hasRelay = turn.provider !== 'none';
    return { ...readKept(this.ctx.storage), roster, capacity, hasRelay };
  }
}
