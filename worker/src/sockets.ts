// The open sockets of a room, and what each remembers. The peer id is a socket's tag, which makes the runtime's own list
// the address book.
import { encode } from '../../protocol/codec.ts';
import type { PeerId } from '../../protocol/ids.ts';
import type { ServerMessage } from '../../protocol/relay.ts';
import { type Attachment, memberFrom, readAttachment, writeAttachment } from './attachment.ts';
import type { Announcement, Marks } from './effect.ts';
import type { Roster } from './roster.ts';

export class Sockets {
  readonly #ctx: DurableObjectState;

  constructor(ctx: DurableObjectState) {
    this.#ctx = ctx;
  }

  get roster(): Roster {
    return this.#open().flatMap((socket) => {
      const attachment = readAttachment(socket);
      const pingMs = this.#ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime();
      return attachment ? memberFrom(attachment, pingMs) : [];
    });
  }

  attachmentOf(peer: PeerId): Attachment {
    const [socket] = this.#open(peer);
    return socket ? readAttachment(socket) : null;
  }

  accept(socket: WebSocket, peer: PeerId, attachment: Attachment): void {
    this.#ctx.acceptWebSocket(socket, [peer]);
    writeAttachment(socket, attachment);
  }

  deliver(to: PeerId, message: ServerMessage): void {
    for (const socket of this.#open(to)) send(socket, message);
  }

  announce(message: Announcement): void {
    const about = message.type === 'policy' ? undefined : message.id;
    for (const socket of this.#open())
      if (readAttachment(socket)?.peer !== about) send(socket, message);
  }

  mark(peer: PeerId, marks: Marks): void {
    for (const socket of this.#open(peer)) {
      const attachment = readAttachment(socket);
      if (attachment) writeAttachment(socket, { ...attachment, ...marks });
    }
  }

  close(peer: PeerId, code: number, reason: string): void {
    for (const socket of this.#open(peer)) {
      writeAttachment(socket, null);
      socket.close(code, reason);
    }
  }

  /** `getWebSockets` lists closing sockets too. */
  #open(peer?: PeerId): WebSocket[] {
    return this.#ctx.getWebSockets(peer).filter(({ readyState }) => readyState === WebSocket.OPEN);
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
