// The typed conversation with the room: ServerMessage in, ClientMessage out, and what peers say under its seal.
import type { FinalCloseReason } from '../../../../protocol/close-code.ts';
import { decode, encode } from '../../../../protocol/codec.ts';
import {
  type BrowserToken,
  type HostToken,
  type JoinToken,
  carrierOf,
} from '../../../../protocol/credential.ts';
import type { PeerId } from '../../../../protocol/ids.ts';
import { subprotocol } from '../../../../protocol/limits.ts';
import { type Letter, RelayPayload } from '../../../../protocol/peer.ts';
import { type ClientMessage, ServerMessage } from '../../../../protocol/relay.ts';
import type { Ticket } from '../../../../protocol/ticket.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { InOrder } from '../in-order.ts';
import type { Introduced } from '../introductions.ts';
import { Allowance } from './allowance.ts';
import { IceRenewal } from './ice-renewal.ts';
import { ReconnectingSocket } from './reconnecting-socket.ts';
import type { Seal } from './seal.ts';

type Signal = Extract<ServerMessage, { type: 'signal' }>;
export type RoomMessage = Exclude<ServerMessage, Signal>;

/** How one gets in, and how what is said there is sealed. */
export interface Access {
  /** Undefined for an open room. */
  readonly join: JoinToken | undefined;
  /** Undefined for whoever is no host. */
  readonly host: HostToken | undefined;
  readonly browser: BrowserToken;
  readonly seal: Seal;
}

interface SignalingEvents {
  /** The room said something about itself. */
  room: RoomMessage;
  /** A peer said something through the relay. */
  letter: { readonly from: PeerId; readonly letter: Letter };
  introduction: Introduced;
  /** What this peer is said to have sent is not what it sent. */
  altered: PeerId;
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
  /** Sealing takes a moment, in which nothing may be overtaken. */
  readonly #outgoing = new InOrder();
  readonly #incoming = new InOrder();
  #access: Access | undefined;
  /** What the room said last proves who this is. */
  #ticket: Ticket | undefined;
  #self: PeerId | undefined;
  #isClosed = false;

  constructor(environment: Environment, url: string) {
    super();
    this.#allowance = new Allowance(environment.clock);
    this.#iceRenewal = new IceRenewal(environment.clock, () => this.tellRoom({ type: 'ice' }));
    const protocols = () => this.#protocols();
    this.#socket = new ReconnectingSocket({ environment, url, protocols });
    this.#socket.on('frame', (frame) => this.#incoming.run(() => this.#receive(frame)));
    this.#socket.on('down', (reason) =>
      this.#incoming.run(() => this.emit('down', { hasServerFailed: reason === 'serverError' })),
    );
    this.#socket.on('up', () => this.#incoming.run(() => this.emit('up', undefined)));
    this.#socket.on('refused', (reason) => this.#incoming.run(() => this.emit('refused', reason)));
  }

  open(access: Access): void {
    this.#access = access;
    this.#socket.open();
  }

  /** Tells the room; lost if the socket is down, for a new `welcome` starts everything over. */
  tellRoom(message: ClientMessage): void {
    this.#outgoing.run(() => this.#socket.send(encode(message)));
  }

  /**
   * Tells a peer through the room; lost under the same condition, and beyond half of what the room lets through: a
   * mailbox sends again what matters, and a socket closed for flooding would end the call.
   */
  tellPeer(to: PeerId, payload: RelayPayload): void {
    if (!this.#allowance.take()) return;
    this.#outgoing.run(async () => {
      const from = this.#self;
      const sealed = from && (await this.#access?.seal.close(encode(payload), { from, to }));
      if (sealed) this.#socket.send(encode({ type: 'signal', to, payload: sealed }));
    });
  }

  /** Nothing is heard any more; what was said before still arrives. */
  close(): void {
    this.#isClosed = true;
    this.#iceRenewal.close();
    this.removeAllListeners();
    this.#outgoing.run(() => this.#socket.close());
  }

  #protocols(): string[] {
    const { join, host, browser } = this.#access ?? {};
    return [
      subprotocol,
      ...(join ? [carrierOf('join', join)] : []),
      ...(host ? [carrierOf('host', host)] : []),
      ...(browser ? [carrierOf('browser', browser)] : []),
      ...(this.#ticket ? [carrierOf('ticket', this.#ticket)] : []),
    ];
  }

  /** What can't be decoded is dropped: a newer server may say things this page doesn't know. */
  async #receive(frame: string): Promise<void> {
    if (this.#isClosed) return;
    const decoded = decode(ServerMessage, frame);
    if (!decoded.ok) return;
    const message = decoded.value;
    if (message.type === 'signal') {
      await this.#open(message);
      return;
    }
    if (message.type === 'welcome') ({ ticket: this.#ticket, self: this.#self } = message);
    if (message.type === 'role' && message.token) this.#becomeHost(message.token);
    if ('ice' in message) this.#iceRenewal.follow(message.ice);
    this.emit('room', message);
  }

  /** A newer peer may say things this page doesn't know, either. */
  async #open({ from, payload }: Signal): Promise<void> {
    if (!this.#access || !this.#self) return;
    const opened = await this.#access.seal.open(payload, { from, to: this.#self });
    if (!opened.ok) {
      if (opened.reason === 'altered') this.emit('altered', from);
      return;
    }
    const decoded = decode(RelayPayload, opened.text);
    if (!decoded.ok) return;
    const said = decoded.value;
    if (said.type === 'letter') this.emit('letter', { from, letter: said });
    else this.emit('introduction', { from, introduction: said });
  }

  #becomeHost(host: HostToken): void {
    if (this.#access) this.#access = { ...this.#access, host };
  }
}
