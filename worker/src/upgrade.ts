// The handshake of RFC 6455, section 4.2, as far as the runtime leaves it to us.
import { isCarrier } from '../../protocol/credential.ts';
import { subprotocol } from '../../protocol/limits.ts';

/** What a subprotocol's name may be (RFC 9110, section 5.6.2); nothing else is said back. */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** Whether the request asks to become a WebSocket (section 4.2.1, item 3). */
export function isUpgrade(request: Request): boolean {
  return request.headers.get('Upgrade')?.toLowerCase() === 'websocket';
}

/** Whether the client speaks our subprotocol, perhaps among others. */
export function offersSubprotocol(request: Request): boolean {
  return offeredSubprotocols(request).includes(subprotocol);
}

/**
 * Answers an upgrade with the client's end of a pair. It selects a subprotocol if any was offered, even
 * one nobody here speaks: without it a browser fails the connection and never sees our close code
 * (WHATWG WebSockets, "establish a WebSocket connection"). A credential is a secret and never echoed.
 */
export function switchProtocols(request: Request, client: WebSocket): Response {
  const offered = offeredSubprotocols(request);
  const selected = offered.includes(subprotocol)
    ? subprotocol
    : offered.find((name) => token.test(name) && !isCarrier(name));
  const headers = new Headers(selected ? { 'Sec-WebSocket-Protocol': selected } : {});
  return new Response(null, { status: 101, webSocket: client, headers });
}

/** The subprotocols the client offers, in its order (section 4.1, item 10). */
export function offeredSubprotocols(request: Request): string[] {
  const header = request.headers.get('Sec-WebSocket-Protocol') ?? '';
  return header.split(',').map((name) => name.trim());
}
