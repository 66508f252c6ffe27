// Asks the server for what a call needs of it: a room, a socket into it, and the ICE servers that its welcome brings.
// Nobody joins that room, and nothing is kept of it.
import * as v from 'valibot';
import { BrowserToken } from '../../../../protocol/credential.ts';
import type { RoomCode } from '../../../../protocol/ids.ts';
import type { IceServer } from '../../../../protocol/relay.ts';
import type { Environment } from '../environment.ts';
import { accessOf } from '../signaling/access.ts';
import { toBase64Url } from '../signaling/base64url.ts';
import { type NewRoom, createRoom } from '../signaling/create-room.ts';
import { Signaling } from '../signaling/signaling.ts';

/** Longer than one attempt to open a socket takes, and shorter than a person's patience. */
export const serverPatienceMs = 12_000;

/**
 * `barred` and `busy` are as in Creation. `faulty`: it answers, but only that something is wrong with it. `socketless`: it
 * answers, but no socket to it opens, as behind a proxy that knows none.
 */
export type ServerProblem = 'unreachable' | 'barred' | 'busy' | 'faulty' | 'socketless';

export type Reached =
  | { readonly ok: true; readonly servers: readonly IceServer[] }
  | { readonly ok: false; readonly problem: ServerProblem };

export interface ReachOptions {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  /** The operator's CREATE_TOKEN, where one is needed and known. */
  readonly pass: string | undefined;
  readonly socketUrl: (code: RoomCode) => string;
}

export async function reachServer(options: ReachOptions): Promise<Reached> {
  const { environment, signal, pass } = options;
  const { promise, resolve } = Promise.withResolvers<Reached>();
  const fail = (problem: ServerProblem) => resolve({ ok: false, problem });
  let late: ServerProblem = 'unreachable';
  const cancel = environment.clock.after(serverPatienceMs, () => fail(late));
  signal.addEventListener('abort', () => fail(late), { once: true });
  const creation = createRoom(environment, { isSealed: false, pass });
  void creation.then(async (created) => {
    if (!created.ok) return fail(created.reason === 'insecure' ? 'unreachable' : created.reason);
    late = 'socketless';
    const signaling = await openSocket(created.room, options);
    signaling.on('down', ({ hasServerFailed }) => {
      if (hasServerFailed) late = 'faulty';
    });
    signaling.on('refused', () => fail('faulty'));
    signaling.on('room', (message) => {
      if (message.type === 'welcome') resolve({ ok: true, servers: message.ice.servers });
    });
    await promise;
    signaling.close();
    return undefined;
  });
  const reached = await promise;
  cancel();
  return reached;
}

async function openSocket(
  { code, key }: NewRoom,
  { environment, socketUrl }: ReachOptions,
): Promise<Signaling> {
  const { crypto } = environment;
  const browser = v.parse(BrowserToken, toBase64Url(crypto.getRandomValues(new Uint8Array(32))));
  const access = await accessOf(crypto, { code, key, host: undefined, browser });
  const signaling = new Signaling(environment, socketUrl(code));
  if (access) signaling.open(access);
  return signaling;
}
