// One room: accepts sockets, decodes what they send, asks the rules, carries out what they say.
// Memory holds nothing: what is true is in the open sockets and their attachments, so any handler
// may be the first thing a fresh instance does.
import { DurableObject } from 'cloudflare:workers';
import { closeCodes } from '../../protocol/close-code.ts';
import { decode, encode } from '../../protocol/codec.ts';
import { type PeerId, peerIdFrom } from '../../protocol/ids.ts';
import { pingFrame, pongFrame } from '../../protocol/limits.ts';
import { ClientMessage, type ServerMessage } from '../../protocol/relay.ts';
import { readAttachment, writeAttachment } from './attachment.ts';
import type { Config } from './config.ts';
import { type Env, configOf } from './env.ts';
import { iceFor } from './ice-servers.ts';
import { fullBucket, takeFrame } from './rate-limit.ts';
import { type Effect, depart, departureReason, dismiss, refuseFrame, relay } from './relay.ts';
import { type Member, type Roster, admitsSocket, seatedPeers } from './roster.ts';
import { switchProtocols } from './upgrade.ts';

export class Room extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(pingFrame, pongFrame));
  }

  override async fetch(request: Request): Promise<Response> {
    const peer = peerIdFrom(crypto.getRandomValues(new Uint8Array(16)));
    const nowMs = Date.now();
    const ice = await iceFor(peer, this.#config, nowMs);
    // No await from here on, or someone could be seated between the list and the first announcement.
    const roster = this.#roster();
    const { roomCapacity: capacity } = this.#config;
    const isAdmitted = admitsSocket(roster, capacity);
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [peer]);
    const member: Member = { peer, presence: isAdmitted ? 'visiting' : 'gone' };
    writeAttachment(server, { member, bucket: fullBucket(nowMs) });
    if (isAdmitted) {
      const peers = seatedPeers(roster).map((id) => ({ id }));
      send(server, { type: 'welcome', version: 1, self: peer, peers, room: { capacity }, ice });
    } else {
      server.close(closeCodes.roomFull, 'roomFull');
    }
    return switchProtocols(request, client);
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    const { member, bucket } = readAttachment(socket);
    if (member.presence === 'gone') return;
    const bucketLeft = takeFrame(bucket, Date.now());
    if (!bucketLeft) return this.#carryOut(dismiss('flood', member), socket);
    writeAttachment(socket, { member, bucket: bucketLeft });
    this.#carryOut(this.#effectsOf(frame, member), socket);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    // The client's close event waits for this. It never gets its own code back: close() throws on many a code
    // that a client may send (999, 1004, 1005, 5000).
    socket.close(1000);
    this.#carryOut(depart(readAttachment(socket).member, departureReason(code)), socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#carryOut(dismiss('serverError', readAttachment(socket).member), socket);
  }

  get #config(): Config {
    const decoded = configOf(this.env);
    if (decoded.ok) return decoded.config;
    throw new Error('the Worker refuses every socket while its configuration is wrong');
  }

  #effectsOf(frame: string | ArrayBuffer, sender: Member): readonly Effect[] {
    if (typeof frame !== 'string') return dismiss('binaryFrame', sender);
    const decoded = decode(ClientMessage, frame);
    if (!decoded.ok) return refuseFrame(decoded.reason, sender);
    return relay(decoded.value, sender, {
      roster: this.#roster(),
      capacity: this.#config.roomCapacity,
    });
  }

  #carryOut(effects: readonly Effect[], sender: WebSocket): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'become': {
          const { member, bucket } = readAttachment(sender);
          writeAttachment(sender, { member: { ...member, presence: effect.presence }, bucket });
          break;
        }
        case 'answer':
          send(sender, effect.message);
          break;
        case 'deliver':
          for (const socket of this.#openSockets(effect.to)) send(socket, effect.message);
          break;
        case 'announce':
          for (const socket of this.#openSockets()) {
            if (socket !== sender) send(socket, effect.message);
          }
          break;
        case 'renew-ice':
          this.ctx.waitUntil(this.#renewIce(sender));
          break;
        case 'close':
          sender.close(effect.code, effect.reason);
          break;
        default:
          effect satisfies never;
      }
    }
  }

  async #renewIce(socket: WebSocket): Promise<void> {
    const { peer } = readAttachment(socket).member;
    send(socket, { type: 'ice', ice: await iceFor(peer, this.#config, Date.now()) });
  }

  #roster(): Roster {
    return this.#openSockets().map((socket) => readAttachment(socket).member);
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
