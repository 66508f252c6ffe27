// A check from the lobby of a room: with its devices as they are, and by what the room has said.
import { effect } from '@preact/signals';
import { type Reached, serverPatienceMs } from '../engine/check/reach-server.ts';
import { CheckModel } from './check-model.ts';
import type { RoomModel } from './room-model.ts';

export function lobbyCheck(room: RoomModel): CheckModel {
  const { environment } = room.checkServices();
  return new CheckModel({ environment, media: room.media, reach: (ended) => reach(room, ended) });
}

/** The room is there as soon as it has welcomed this person; it may not be there yet. */
function reach(room: RoomModel, ended: AbortSignal): Promise<Reached> {
  const { environment, iceServers } = room.checkServices();
  const { promise, resolve } = Promise.withResolvers<Reached>();
  const stop = effect(() => {
    const state = room.state.value;
    const isThere = state.phase !== 'connecting';
    if (isThere && iceServers.value) resolve({ ok: true, servers: iceServers.value });
    else if (!isThere && state.hasServerFailed) resolve({ ok: false, problem: 'faulty' });
  });
  const fail = () => resolve({ ok: false, problem: 'unreachable' });
  const cancel = environment.clock.after(serverPatienceMs, fail);
  ended.addEventListener('abort', fail, { once: true });
  return promise.finally(() => {
    stop();
    cancel();
  });
}
