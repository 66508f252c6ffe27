// A server that stands before the real one and passes everything on: it keeps what it hears, and may lie about what
// people say to each other. It is what whoever runs a deployment could be.
import { once } from 'node:events';
import {
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
  request,
} from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import * as v from 'valibot';

/** What one peer says to another; ids of peers. */
export interface Signal {
  readonly from: string;
  readonly to: string;
  readonly payload: string;
}

/** All that it has to understand of what the room says. */
const Frame = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('type', [
    v.object({ type: v.literal('welcome'), self: v.string() }),
    v.object({ type: v.literal('signal'), from: v.string(), payload: v.string() }),
  ]),
);

/** What is passed on to its recipient in place of a signal: the same, others, or nothing. */
export type Carry = (signal: Signal) => Promise<readonly Signal[]> | readonly Signal[];

/** Every browser sends it, and the versions in it look like addresses. */
const unheard = /^(user-agent|sec-ch-ua.*)$/i;

export class TappedServer {
  readonly origin: string;
  /** All that came from browsers: requests with their headers and bodies, and frames, one after the other. */
  readonly heard: string[] = [];
  carry: Carry = (signal) => [signal];
  readonly #server: Server;
  readonly #upstream: URL;
  readonly #clients = new Map<string, WebSocket>();
  /** Lies take their time, and must not change what comes after what. */
  #carried: Promise<unknown> = Promise.resolve();

  private constructor(server: Server, upstream: string) {
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('TCP has a port');
    this.origin = `http://localhost:${bound.port}`;
    this.#server = server;
    this.#upstream = new URL(upstream);
    server.on('request', (incoming, response) => this.#pass(incoming, response));
    const sockets = new WebSocketServer({
      noServer: true,
      handleProtocols: ([first]) => first ?? false,
    });
    server.on('upgrade', (incoming, socket, head) => {
      this.#hear(incoming);
      sockets.handleUpgrade(incoming, socket, head, (client) => this.#join(client, incoming));
    });
  }

  /** Resolves when it can be used, under an origin of its own. */
  static async before(upstream: string): Promise<TappedServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TappedServer(server, upstream);
  }

  async close(): Promise<void> {
    for (const client of this.#clients.values()) client.terminate();
    this.#server.close();
    this.#server.closeAllConnections();
    await setImmediate();
  }

  #hear({ method, url, rawHeaders }: IncomingMessage): void {
    const names = rawHeaders.filter((_, index) => index % 2 === 0);
    const headers = names.map((name, index) => `${name}: ${rawHeaders[index * 2 + 1]}`);
    const telling = headers.filter((_, index) => !unheard.test(names[index] ?? ''));
    this.heard.push([`${method} ${url}`, ...telling].join('\n'));
  }

  #pass(incoming: IncomingMessage, response: ServerResponse): void {
    this.#hear(incoming);
    const { method, url, headers } = incoming;
    const { host } = this.#upstream;
    const own = { ...headers, host, ...(headers.origin && { origin: this.#upstream.origin }) };
    const onward = request(new URL(url ?? '/', this.#upstream), { method, headers: own });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.on('data', (chunk: Buffer) => this.heard.push(chunk.toString()));
    incoming.pipe(onward);
  }

  #join(client: WebSocket, { url, headers }: IncomingMessage): void {
    const protocols = (headers['sec-websocket-protocol'] ?? '')
      .split(',')
      .map((name) => name.trim());
    const target = new URL(url ?? '/', this.#upstream.origin.replace('http', 'ws'));
    const server = new WebSocket(target, protocols, { origin: this.#upstream.origin });
    const early: string[] = [];
    client.on('message', (frame) => {
      const text = textOf(frame);
      this.heard.push(text);
      if (server.readyState === WebSocket.OPEN) server.send(text);
      else early.push(text);
    });
    server.on('open', () => {
      for (const text of early) server.send(text);
    });
    server.on('message', (frame) => this.#tell(client, textOf(frame)));
    client.on('close', (code) => closeWith(server, code));
    server.on('close', (code) => closeWith(client, code));
    for (const end of [client, server]) end.on('error', () => end.terminate());
  }

  #tell(client: WebSocket, frame: string): void {
    const { success, output } = v.safeParse(Frame, frame);
    if (success && output.type === 'welcome') this.#clients.set(output.self, client);
    const to = [...this.#clients].find(([, each]) => each === client)?.[0];
    this.#carried = this.#carried.then(async () => {
      if (!success || output.type !== 'signal' || !to) return client.send(frame);
      for (const { to: recipient, ...said } of await this.carry({ ...output, to }))
        this.#clients.get(recipient)?.send(JSON.stringify({ ...said, type: 'signal' }));
      return undefined;
    });
  }
}

function textOf(frame: WebSocket.RawData): string {
  if (Array.isArray(frame)) return Buffer.concat(frame).toString();
  return Buffer.from(frame as Buffer).toString();
}

/** With a code that may be sent; a lost socket is lost again. */
function closeWith(socket: WebSocket, code: number): void {
  if (code === 1000 || code === 1001 || code >= 3000) socket.close(code);
  else socket.terminate();
}
