// One WebSocket to the room that comes back by itself until it is closed, or refused for good.
// It moves text frames and knows nothing of what they say.
import {
  type CloseReason,
  type FinalCloseReason,
  closeReason,
  isFinal,
} from '../../../../protocol/close-code.ts';
import { pingFrame, pongFrame } from '../../../../protocol/limits.ts';
import { Emitter } from '../emitter.ts';
import type { Environment } from '../environment.ts';
import { backoffDelayMs } from './backoff.ts';
import { Heartbeat } from './heartbeat.ts';

/** An upgrade that takes longer has lost a packet; a second one is faster than TCP's patience. */
const connectTimeoutMs = 8_000;

/** RFC 6455, section 7.4.1: the person is done here. */
const leaving = 1000;

export interface SocketOptions {
  readonly environment: Environment;
  readonly url: string;
  /** The subprotocols to offer, asked anew for every socket. */
  readonly protocols: () => string[];
}

interface SocketEvents {
  frame: string;
  /** The socket was lost, by the server's own word if there is a reason; another attempt is under way. */
  down: CloseReason | undefined;
  /** The socket that was taken for lost speaks again: nothing was missed. */
  up: undefined;
  /** The server closed it for a reason that coming back would not change. */
  refused: FinalCloseReason;
}

type SocketState =
  | { readonly at: 'idle' | 'closed' }
  | { readonly at: 'connecting'; readonly socket: WebSocket; readonly cancel: () => void }
  | { readonly at: 'open'; readonly socket: WebSocket }
  /** The open socket is silent, and a rival is under way: the first to speak is kept. */
  | {
      readonly at: 'racing';
      readonly socket: WebSocket;
      readonly rival: WebSocket;
      readonly cancel: () => void;
    }
  | { readonly at: 'waiting'; readonly cancel: () => void };

export class ReconnectingSocket extends Emitter<SocketEvents> {
  readonly #options: SocketOptions;
  readonly #heartbeat: Heartbeat;
  readonly #stopWaking: () => void;
  #state: SocketState = { at: 'idle' };
  #failedAttempts = 0;
  #lostMs = 0;
  /** An attempt was given up that may reach the room all the same, and take another socket's place there. */
  #hasStray = false;

  constructor(options: SocketOptions) {
    super();
    this.#options = options;
    this.#stopWaking = options.environment.onWake(() => this.#wake());
    this.#heartbeat = new Heartbeat(options.environment, {
      beat: () => this.send(pingFrame),
      silent: () => this.#race(),
    });
  }

  /** Starts connecting; call it once. */
  open(): void {
    if (this.#state.at === 'idle') this.#connect();
  }

  /** Sends a frame if there is an open socket, even a silent one; says whether it did. */
  send(frame: string): boolean {
    if (this.#state.at !== 'open' && this.#state.at !== 'racing') return false;
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
    this.#state = { at: 'connecting', ...this.#attempt() };
  }

  #attempt(): { socket: WebSocket; cancel: () => void } {
    const { environment, url, protocols } = this.#options;
    const socket = environment.openSocket(url, protocols());
    socket.addEventListener('open', () => this.#opened(socket));
    socket.addEventListener('message', ({ data }) => this.#received(socket, data));
    socket.addEventListener('close', ({ code }) => this.#ended(socket, code));
    const cancel = environment.clock.after(connectTimeoutMs, () => this.#lose());
    return { socket, cancel };
  }

  #opened(socket: WebSocket): void {
    const state = this.#state;
    if (state.at === 'connecting' && state.socket === socket) this.#keep(socket);
  }

  #keep(socket: WebSocket): void {
    if ('cancel' in this.#state) this.#state.cancel();
    this.#state = { at: 'open', socket };
    this.#heartbeat.heard();
  }

  #received(socket: WebSocket, frame: unknown): void {
    if (!this.#isHeard(socket)) return;
    this.#failedAttempts = 0;
    this.#heartbeat.heard();
    if (typeof frame === 'string' && frame !== pongFrame) this.emit('frame', frame);
  }

  /** Whether what `socket` says counts; in a race, the first word decides it. */
  #isHeard(socket: WebSocket): boolean {
    const state = this.#state;
    if (state.at === 'racing' && socket === state.socket) {
      // Even one that is open: the room may have given it this one's place, and its welcome be late.
      this.#hasStray = true;
      closeOnceOpen(state.rival);
      this.#keep(socket);
      this.emit('up', undefined);
      return true;
    }
    if (state.at === 'racing' && socket === state.rival) {
      state.socket.close();
      this.#keep(socket);
      return true;
    }
    return state.at === 'open' && socket === state.socket;
  }

  #ended(socket: WebSocket, code: number): void {
    const state = this.#state;
    if (state.at === 'racing' && socket === state.socket) {
      // Silent no more but gone, perhaps because its rival has reached the room.
      this.#state = { at: 'connecting', socket: state.rival, cancel: state.cancel };
      if (state.rival.readyState === state.rival.OPEN) this.#keep(state.rival);
      return;
    }
    const isCurrent =
      ('socket' in state && socket === state.socket) ||
      ('rival' in state && socket === state.rival);
    if (!isCurrent) return;
    const reason = closeReason(code);
    const isOwnDoing = reason === 'replaced' && this.#hasStray;
    if (reason === undefined || !isFinal(reason) || isOwnDoing) {
      this.#lose(reason);
      return;
    }
    this.emit('refused', reason);
    this.close();
  }

  /** The open socket is silent. It is not given up before another speaks: the room would take the peer for away. */
  #race(): void {
    if (this.#state.at !== 'open') return;
    const { socket: rival, cancel } = this.#attempt();
    this.#state = { at: 'racing', socket: this.#state.socket, rival, cancel };
    this.emit('down', undefined);
  }

  #lose(reason?: CloseReason): void {
    const { environment } = this.#options;
    const { clock } = environment;
    this.#abandon();
    if (this.#failedAttempts === 0) this.#lostMs = clock.now();
    const delayMs = backoffDelayMs({
      attempt: this.#failedAttempts,
      downMs: clock.now() - this.#lostMs,
      random: environment.random(),
    });
    this.#failedAttempts += 1;
    this.#state = { at: 'waiting', cancel: clock.after(delayMs, () => this.#connect()) };
    this.emit('down', reason);
  }

  #wake(): void {
    switch (this.#state.at) {
      case 'connecting':
      case 'waiting':
        // An attempt from before the pause may never be answered.
        this.#abandon();
        this.#connect();
        return;
      case 'open':
        // The socket may have died in the pause; find out now rather than at the next heartbeat.
        this.#heartbeat.ask();
        return;
      case 'idle':
      case 'racing':
      case 'closed':
        return;
      default:
        this.#state satisfies never;
    }
  }

  /** Without a code the server takes the socket for lost, and the person not for gone. */
  #abandon(code?: number): void {
    const state = this.#state;
    this.#heartbeat.stop();
    if ('cancel' in state) state.cancel();
    if ('socket' in state) this.#giveUp(state.socket, code);
    if ('rival' in state) this.#giveUp(state.rival, code);
  }

  #giveUp(socket: WebSocket, code?: number): void {
    if (socket.readyState === socket.CONNECTING) this.#hasStray = true;
    socket.close(code);
  }
}

/**
 * The network is alive, so it opens soon. One that is closed just before, Chromium may close with 1001, as if the page were
 * gone, and the room takes the person for gone.
 */
function closeOnceOpen(socket: WebSocket): void {
  if (socket.readyState === socket.CONNECTING)
    socket.addEventListener('open', () => socket.close());
  else socket.close();
}
