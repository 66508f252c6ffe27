// A browser can't read the HTTP status of a failed upgrade, so a refused socket is accepted, then closed.
import { type CloseReason, closeCodes } from '../../protocol/close-code.ts';
import { switchProtocols } from './upgrade.ts';

/** Answers an upgrade with a 101 whose socket closes at once with the code of `reason`. */
export function refuseSocket(request: Request, reason: CloseReason): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(closeCodes[reason], reason);
  return switchProtocols(request, client);
}
