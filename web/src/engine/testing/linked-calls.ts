// Several calls in one fake room, and what each of them sees.
import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { BrowserToken } from '../../../../protocol/credential.ts';
import { RoomCode } from '../../../../protocol/ids.ts';
import { Call } from '../call.ts';
import type { Invitation } from '../signaling/access.ts';
import { type FakeEnvironment, fakeEnvironment } from './fake-environment.ts';
import type { FakeMediaDevices } from './fake-media.ts';
import { FakeRoom } from './fake-room.ts';

/** To an open room. */
export const invitation: Invitation = {
  code: v.parse(RoomCode, '7k3m9qpx02ab'),
  key: undefined,
  host: undefined,
  browser: v.parse(BrowserToken, 'b'.repeat(43)),
};

/** Someone with a call of their own, in an environment of their own. */
export interface Caller {
  readonly environment: FakeEnvironment;
  readonly call: Call;
  /** Lets the newest socket through to the room. */
  reach(room: FakeRoom): void;
}

export function makeCaller(name: string, mediaDevices?: FakeMediaDevices): Caller {
  const environment = fakeEnvironment(mediaDevices);
  const call = new Call({ environment, url: 'ws://room.test', invitation, profile: { name } });
  void call.open();
  return {
    environment,
    call,
    reach(room) {
      const socket = environment.sockets.at(-1);
      if (!socket) throw new Error(`${name} has opened no socket`);
      room.welcome(socket);
    },
  };
}

/** Everything that is under way comes to rest: candidates wait for a timer, the rest for promises. */
export async function rest(...callers: Caller[]): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await setImmediate();
    for (const { environment } of callers) environment.clock.advance(25);
  }
}

export function linkedCalls(capacity?: number) {
  const room = new FakeRoom(capacity);
  const visit = async (name: string) => {
    const caller = makeCaller(name);
    await rest();
    caller.reach(room);
    await rest(caller);
    return caller;
  };
  const enter = async (name: string, ...others: Caller[]) => {
    const caller = await visit(name);
    caller.call.join();
    await rest(caller, ...others);
    return caller;
  };
  return { room, visit, enter };
}

/** The names of those a caller is connected with. */
export function connected({ call }: Caller): string[] {
  const { state } = call;
  if (state.phase !== 'inside') return [];
  const peers = state.peers.filter(({ link }) => link === 'connected');
  return peers.map(({ profile }) => profile?.name ?? '?').toSorted();
}

export function residents({ call }: Caller): (string | undefined)[] {
  const { state } = call;
  return 'residents' in state ? state.residents.map(({ profile }) => profile?.name) : [];
}
