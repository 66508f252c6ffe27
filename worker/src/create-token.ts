// Who may make a room, where the operator wants to know.
import { isSame } from './hmac.ts';

/** Whether a request bears the operator's token (RFC 6750, section 2.1); if there is none, everyone may. */
export async function mayCreate(request: Request, token: string | undefined): Promise<boolean> {
  if (token === undefined) return true;
  const offered = /^bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
  return offered !== undefined && isSame(token, offered);
}
