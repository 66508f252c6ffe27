// A WebSocket whose other end is the test.
import { subprotocol } from '../../../../protocol/limits.ts';

export class FakeSocket extends EventTarget {
  readonly CONNECTING = WebSocket.CONNECTING;
  readonly OPEN = WebSocket.OPEN;
  readonly url: string;
  readonly protocols: readonly string[];
  readonly sent: string[] = [];
  /** The server's ear, where a test has a server. */
  heard: (frame: string) => void = () => undefined;
  ended: (code: number | undefined) => void = () => undefined;
  readyState: number = WebSocket.CONNECTING;
  /** What the network holds back while it is stuck, in order. */
  #held: (() => void)[] | undefined;

  constructor(url: string, protocols: string[]) {
    super();
    this.url = url;
    this.protocols = protocols;
    if (!protocols.includes(subprotocol)) throw new Error(`the room speaks ${subprotocol} only`);
  }

  send(frame: string): void {
    if (this.readyState === WebSocket.CONNECTING) throw new Error('send before open');
    if (this.readyState !== WebSocket.OPEN) return;
    this.sent.push(frame);
    this.#carry(() => this.heard(frame));
  }

  /** The page's own close: the event follows when the test lets the server answer. */
  close(code?: number): void {
    if (this.readyState >= WebSocket.CLOSING) return;
    this.readyState = WebSocket.CLOSING;
    this.#carry(() => this.ended(code));
  }

  /** The server accepts the upgrade. */
  accept(): void {
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  /** The server sends a frame. */
  deliver(frame: string): void {
    this.#carry(() => {
      if (this.readyState !== WebSocket.OPEN) return;
      this.dispatchEvent(new MessageEvent('message', { data: frame }));
    });
  }

  /** The server, or the network, ends the socket. */
  drop(code = 1006): void {
    this.#carry(() => {
      this.readyState = WebSocket.CLOSED;
      this.ended(code);
      this.dispatchEvent(Object.assign(new Event('close'), { code }));
    });
  }

  /** The network is stuck, and tells neither end: as TCP has it, what they say comes late or never, but in order. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const arrive of held) arrive();
  }

  #carry(arrive: () => void): void {
    if (this.#held) this.#held.push(arrive);
    else arrive();
  }
}
