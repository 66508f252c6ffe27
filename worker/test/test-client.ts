// A client of the real Worker: what arrives is awaited, never slept for, and decoded as any client would.
import * as v from 'valibot';
import { encode } from '../../protocol/codec.ts';
import type { PeerId } from '../../protocol/ids.ts';
import { type ClientMessage, ServerMessage } from '../../protocol/relay.ts';

export type Welcome = Extract<ServerMessage, { type: 'welcome' }>;

export class TestClient {
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #socket: WebSocket;
  readonly #frames: string[] = [];
  #onFrame = () => {};

  /** A lingering client leaves the server's close without an answer, as one on a dead network does. */
  constructor(response: Response, options: { lingers: boolean } = { lingers: false }) {
    if (!response.webSocket) throw new Error(`a ${response.status}, not a socket`);
    this.#socket = response.webSocket;
    this.#socket.addEventListener('message', ({ data }) => {
      this.#frames.push(String(data));
      this.#onFrame();
    });
    this.closed = new Promise((resolve) => {
      this.#socket.addEventListener('close', ({ code, reason }) => resolve({ code, reason }));
    });
    this.#socket.accept({ allowHalfOpen: options.lingers });
  }

  async nextFrame(): Promise<string> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame !== undefined) return frame;
      await new Promise<void>((resolve) => {
        this.#onFrame = resolve;
      });
    }
  }

  async next(): Promise<ServerMessage> {
    return v.parse(ServerMessage, JSON.parse(await this.nextFrame()));
  }

  async welcome(): Promise<Welcome> {
    const message = await this.next();
    if (message.type !== 'welcome') throw new Error(`a ${message.type} before the welcome`);
    return message;
  }

  /** What arrived before the answer to this question, which the object answers in turn: a way to hear silence. */
  async heard(): Promise<ServerMessage[]> {
    this.sendFrame('{"type":"anything-more?"}');
    const messages: ServerMessage[] = [];
    for (;;) {
      const message = await this.next();
      if (message.type === 'refused' && message.reason === 'unknown-type') return messages;
      messages.push(message);
    }
  }

  send(message: ClientMessage): void {
    this.sendFrame(encode(message));
  }

  signal(to: PeerId, payload: string): void {
    this.send({ type: 'signal', to, payload });
  }

  sendFrame(frame: string | ArrayBuffer): void {
    this.#socket.send(frame);
  }

  close(code?: number): void {
    this.#socket.close(code);
  }
}
