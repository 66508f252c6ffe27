// A line of TCP to the server that can go dead: nothing passes, yet no connection ends. What waits passes later, as
// it does when TCP repeats what was lost.
import { once } from 'node:events';
import { type Server, type Socket, connect, createServer } from 'node:net';

const address = '127.0.0.1';

export class Line {
  readonly origin: string;
  readonly #server: Server;
  readonly #ends = new Map<Socket, Socket>();
  #isCut = false;

  private constructor(server: Server, serverOrigin: string) {
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('TCP has a port');
    this.origin = `http://localhost:${bound.port}`;
    this.#server = server;
    const serverPort = Number(new URL(serverOrigin).port);
    server.on('connection', (near) => this.#join(near, connect(serverPort, address)));
  }

  /** Resolves when the line can be used, under an origin of its own. */
  static async to(serverOrigin: string): Promise<Line> {
    const server = createServer({ allowHalfOpen: true }).listen(0, address);
    await once(server, 'listening');
    return new Line(server, serverOrigin);
  }

  /** By a server that listens already, such as one on another host's localhost. */
  static through(server: Server, serverOrigin: string): Line {
    return new Line(server, serverOrigin);
  }

  /** From now on nothing passes either way; whoever connects waits. */
  cut(): void {
    this.#isCut = true;
    for (const end of this.#ends.keys()) end.unpipe();
  }

  heal(): void {
    if (!this.#isCut) return; // What is piped twice arrives twice.
    this.#isCut = false;
    for (const [from, to] of this.#ends) from.pipe(to);
  }

  close(): void {
    this.#server.close();
    for (const end of this.#ends.keys()) end.destroy();
  }

  #join(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.set(from, to);
      // The server may be gone, or the page: its other half of the connection goes too.
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#ends.delete(from);
        to.destroySoon();
      });
      if (!this.#isCut) from.pipe(to);
    }
  }
}
