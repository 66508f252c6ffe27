// Asks the Worker for a room of its own making. Nothing is stored there: the code proves itself.
import * as v from 'valibot';
import { CreatedRoom, Lock, type RoomRequest } from '../../../../protocol/room.ts';
import type { Environment } from '../environment.ts';
import { type RoomKey, canSeal, drawRoomKey, joinTokenOf, lockOf } from './room-key.ts';

/** A room that was just made. `key` is undefined for an open one. */
export interface NewRoom extends CreatedRoom {
  readonly key: RoomKey | undefined;
}

/** `insecure`: on this page there is nothing to seal with. `barred`: this server makes rooms only for whoever has its pass. `busy`: too many were asked for from here. */
export type Creation =
  | { readonly ok: true; readonly room: NewRoom }
  | { readonly ok: false; readonly reason: 'unreachable' | 'insecure' | 'barred' | 'busy' };

export interface CreationOptions {
  readonly isSealed: boolean;
  /** The operator's CREATE_TOKEN, where one is needed. */
  readonly pass: string | undefined;
}

/** Makes a room, sealed with a key of its own or open. */
export async function createRoom(
  environment: Pick<Environment, 'crypto' | 'fetch'>,
  { isSealed, pass }: CreationOptions,
): Promise<Creation> {
  const { crypto } = environment;
  if (isSealed && !canSeal(crypto)) return { ok: false, reason: 'insecure' };
  const key = isSealed ? drawRoomKey(crypto) : undefined;
  const lock = key ? await lockOf(crypto, await joinTokenOf(crypto, key)) : openLock;
  try {
    const response = await environment.fetch('/api/rooms', requestFor({ lock }, pass));
    if (response.status === 401) return { ok: false, reason: 'barred' };
    if (response.status === 429) return { ok: false, reason: 'busy' };
    const created = v.safeParse(CreatedRoom, await response.json());
    if (created.success) return { ok: true, room: { ...created.output, key } };
  } catch {
    // No network, or an answer that is no JSON: to the person it is the same.
  }
  return { ok: false, reason: 'unreachable' };
}

const openLock = v.parse(Lock, '');

function requestFor(body: RoomRequest, pass: string | undefined): RequestInit {
  const headers = {
    'Content-Type': 'application/json',
    ...(pass !== undefined && { Authorization: `Bearer ${pass}` }),
  };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}
