// One WebSocket to the room that comes back by itself until it is closed, or refused for good.
// It moves text frames and knows nothing of what they say.
import {
  type CloseReason,
  type FinalCloseReason,
  closeReason,
  isFinal,
} from '../../../../protocol/close-code.ts';
import {
  heartbeatIntervalMs,
  pingFrame,
  pongFrame,
  pongTimeoutMs,
  subprotocol,
} from '../../../../protocol/limits.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { backoffDelayMs } from './backoff.ts';

/** An upgrade that takes longer has lost a packet; a second one is faster than TCP's patience. */
const connectTimeoutMs = 8_000;

/** RFC 6455, section 7.4.1: the person is done here. */
const leaving = 1000;

interface SocketEvents {
  frame: string;
  /** The socket was lost, by the server's own word if there is a reason; another attempt is under way. */
  down: CloseReason | undefined;
  /** The server closed it for a reason that coming back would not change. */
  refused: FinalCloseReason;
}

type SocketState =
  | { readonly at: 'idle' }
  | { readonly at: 'connecting'; readonly socket: WebSocket; readonly cancel: () => void }
  | { readonly at: 'open'; readonly socket: WebSocket; cancel: () => void }
  | { readonly at: 'waiting'; readonly cancel: () => void }
  | { readonly at: 'closed' };

export class ReconnectingSocket extends Emitter<SocketEvents> {
  readonly #environment: Environment;
  readonly #url: string;
  readonly #stopWaking: () => void;
  #state: SocketState = { at: 'idle' };
  #failedAttempts = 0;

  constructor(environment: Environment, url: string) {
    super();
    this.#environment = environment;
    this.#url = url;
    this.#stopWaking = environment.onWake(() => this.#wake());
  }

  /** Starts connecting; call it once. */
  open(): void {
    if (this.#state.at === 'idle') this.#connect();
  }

  /** Sends a frame if the socket is open; says whether it did. */
  send(frame: string): boolean {
    if (this.#state.at !== 'open') return false;
    this.#state.socket.send(frame);
    return true;
  }

  /** Closes for good. Frames already sent still arrive. */
  close(): void {
    this.#stopWaking();
    this.#abandon(leaving);
    this.#state = { at: 'closed' };
    this.removeAllListeners();
  }

  #connect(): void {
    const socket = this.#environment.openSocket(this.#url, [subprotocol]);
    const cancel = this.#environment.clock.after(connectTimeoutMs, () => this.#lose());
    this.#state = { at: 'connecting', socket, cancel };
    socket.addEventListener('open', () => this.#isCurrent(socket) && this.#opened(socket));
    socket.addEventListener(
      'message',
      ({ data }) => this.#isCurrent(socket) && this.#received(data),
    );
    socket.addEventListener('close', ({ code }) => this.#isCurrent(socket) && this.#ended(code));
  }

  #isCurrent(socket: WebSocket): boolean {
    return 'socket' in this.#state && this.#state.socket === socket;
  }

  #opened(socket: WebSocket): void {
    this.#abandonTimer();
    this.#state = { at: 'open', socket, cancel: () => undefined };
    this.#scheduleHeartbeat();
  }

  #received(frame: unknown): void {
    this.#failedAttempts = 0;
    if (frame === pongFrame) this.#scheduleHeartbeat();
    else if (typeof frame === 'string') this.emit('frame', frame);
  }

  #ended(code: number): void {
    const reason = closeReason(code);
    if (reason === undefined || !isFinal(reason)) {
      this.#lose(reason);
      return;
    }
    this.emit('refused', reason);
    this.close();
  }

  #scheduleHeartbeat(): void {
    if (this.#state.at !== 'open') return;
    this.#state.cancel();
    this.#state.cancel = this.#environment.clock.after(heartbeatIntervalMs, () => this.#beat());
  }

  #beat(): void {
    if (this.#state.at !== 'open') return;
    this.#state.socket.send(pingFrame);
    this.#state.cancel = this.#environment.clock.after(pongTimeoutMs, () => this.#lose());
  }

  #lose(reason?: CloseReason): void {
    this.#abandon();
    const delayMs = backoffDelayMs(this.#failedAttempts, this.#environment.random());
    this.#failedAttempts += 1;
    const cancel = this.#environment.clock.after(delayMs, () => this.#connect());
    this.#state = { at: 'waiting', cancel };
    this.emit('down', reason);
  }

  #wake(): void {
    if (this.#state.at === 'waiting' || this.#state.at === 'connecting') {
      // An attempt from before the pause may never be answered.
      this.#abandon();
      this.#connect();
    } else if (this.#state.at === 'open') {
      // The socket may have died in the pause; find out now rather than at the next heartbeat.
      this.#state.cancel();
      this.#beat();
    }
  }

  #abandonTimer(): void {
    if ('cancel' in this.#state) this.#state.cancel();
  }

  /** Without a code the server takes the socket for lost, and the person not for gone. */
  #abandon(code?: number): void {
    this.#abandonTimer();
    if ('socket' in this.#state) this.#state.socket.close(code);
  }
}
