// What this browser remembers of the rooms it was in: where it is a host, and by what each of them knows it again.
// Never a room's key: the few that are kept are in recent-rooms.ts, where the person can have them forgotten.
import * as v from 'valibot';
import { BrowserToken, HostToken } from '../../../protocol/credential.ts';
import { RoomCode } from '../../../protocol/ids.ts';
import { toBase64Url } from '../engine/signaling/base64url.ts';
import type { TextStore } from './text-store.ts';

const Memory = v.object({
  code: RoomCode,
  /** Drawn for this room alone, so that nobody can tell two rooms' visitors for the same. */
  browser: BrowserToken,
  host: v.optional(HostToken),
});
type Memory = v.InferOutput<typeof Memory>;

const Memories = v.fallback(v.pipe(v.string(), v.parseJson(), v.array(Memory)), []);

const key = 'earshot.rooms';
/** Some 30 kB. Whose powers nobody has used for that many rooms may be forgotten. */
const maxRooms = 200;

export interface RoomMemory {
  /** What is remembered of a room, which is now the last that is forgotten. */
  recall(code: RoomCode): Memory;
  /** This browser was made a host of a room. */
  keepHost(code: RoomCode, host: HostToken): void;
}

export function roomMemory(store: TextStore, crypto: Crypto): RoomMemory {
  const recall = (code: RoomCode, change: Partial<Memory> = {}): Memory => {
    const memories = v.parse(Memories, store.read(key) ?? '[]');
    const known = memories.find((memory) => memory.code === code);
    const memory = { code, browser: drawBrowserToken(crypto), ...known, ...change };
    const others = memories.filter((other) => other.code !== code);
    store.write(key, JSON.stringify([...others, memory].slice(-maxRooms)));
    return memory;
  };
  return { recall: (code) => recall(code), keepHost: (code, host) => void recall(code, { host }) };
}

function drawBrowserToken(crypto: Crypto): BrowserToken {
  return v.parse(BrowserToken, toBase64Url(crypto.getRandomValues(new Uint8Array(32))));
}
