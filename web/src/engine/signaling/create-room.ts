// Asks the Worker for a room of its own making. Nothing is stored there: the code proves itself.
import * as v from 'valibot';
import { RoomCode } from '../../../../protocol/ids.ts';
import type { Environment } from '../environment.ts';

const Created = v.object({ code: RoomCode });

/** A new room's code, or undefined when the server can't be reached or does not give one. */
export async function createRoom(environment: Environment): Promise<RoomCode | undefined> {
  try {
    const response = await environment.fetch('/api/rooms', { method: 'POST' });
    const created = v.safeParse(Created, await response.json());
    return created.success ? created.output.code : undefined;
  } catch {
    return undefined; // No network, or an answer that is no JSON: to the person it is the same.
  }
}
