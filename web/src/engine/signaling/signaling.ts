// The typed conversation with the room: ServerMessage in, ClientMessage out.
import type { FinalCloseReason } from '../../../../protocol/close-code.ts';
import { decode, encode } from '../../../../protocol/codec.ts';
import type { PeerId } from '../../../../protocol/ids.ts';
import { subprotocol } from '../../../../protocol/limits.ts';
import { RelayPayload } from '../../../../protocol/peer.ts';
import { type ClientMessage, ServerMessage } from '../../../../protocol/relay.ts';
import { type Ticket, ticketSubprotocol } from '../../../../protocol/ticket.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { Allowance } from './allowance.ts';
import { IceRenewal } from './ice-renewal.ts';
import { ReconnectingSocket } from './reconnecting-socket.ts';

type RoomMessage = Exclude<ServerMessage, { type: 'signal' }>;

interface SignalingEvents {
  /** The room said something about itself. */
  room: RoomMessage;
  /** A peer said something through the relay. */
  peer: { readonly from: PeerId; readonly payload: RelayPayload };
  /** `hasServerFailed` when the server answered, but only that something is wrong with it. */
  down: { readonly hasServerFailed: boolean };
  /** The socket that was taken for lost speaks again: nothing was missed. */
  up: undefined;
  refused: FinalCloseReason;
}

export class Signaling extends Emitter<SignalingEvents> {
  readonly #socket: ReconnectingSocket;
  readonly #allowance: Allowance;
  readonly #iceRenewal: IceRenewal;
  /** What the room said last proves who this is. */
  #ticket: Ticket | undefined;

  constructor(environment: Environment, url: string) {
    super();
    this.#allowance = new Allowance(environment.clock);
    this.#iceRenewal = new IceRenewal(environment.clock, () => this.tellRoom({ type: 'ice' }));
    this.#socket = new ReconnectingSocket({
      environment,
      url,
      protocols: () => [subprotocol, ...(this.#ticket ? [ticketSubprotocol(this.#ticket)] : [])],
    });
    this.#socket.on('frame', (frame) => this.#received(frame));
    this.#socket.on('down', (reason) =>
      this.emit('down', { hasServerFailed: reason === 'serverError' }),
    );
    this.#socket.on('up', () => this.emit('up', undefined));
    this.#socket.on('refused', (reason) => this.emit('refused', reason));
  }

  open(): void {
    this.#socket.open();
  }

  /** Tells the room; lost if the socket is down, for a new `welcome` starts everything over. */
  tellRoom(message: ClientMessage): void {
    this.#socket.send(encode(message));
  }

  /**
   * Tells a peer through the room; lost under the same condition, and beyond half of what the room lets through: a
   * mailbox sends again what matters, and a socket closed for flooding would end the call.
   */
  tellPeer(to: PeerId, payload: RelayPayload): void {
    if (this.#allowance.take()) this.tellRoom({ type: 'signal', to, payload: encode(payload) });
  }

  close(): void {
    this.#iceRenewal.close();
    this.#socket.close();
    this.removeAllListeners();
  }

  /** What can't be decoded is dropped: a newer server or peer may say things this page doesn't know. */
  #received(frame: string): void {
    const decoded = decode(ServerMessage, frame);
    if (!decoded.ok) return;
    if (decoded.value.type === 'welcome') this.#ticket = decoded.value.ticket;
    if ('ice' in decoded.value) this.#iceRenewal.follow(decoded.value.ice);
    if (decoded.value.type !== 'signal') {
      this.emit('room', decoded.value);
      return;
    }
    const { from } = decoded.value;
    const payload = decode(RelayPayload, decoded.value.payload);
    if (payload.ok) this.emit('peer', { from, payload: payload.value });
  }
}
