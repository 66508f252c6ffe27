// Ten thousand frames and requests that should not be. To run a failure again, set SEED to what its name shows.
import { listDurableObjectIds } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { closeReason } from '../../protocol/close-code.ts';
import { decode, encode } from '../../protocol/codec.ts';
import { parseRoomCode } from '../../protocol/ids.ts';
import { maxFrameBytes, pingFrame, pongFrame, subprotocol } from '../../protocol/limits.ts';
import { ClientMessage } from '../../protocol/relay.ts';
import { meetBehind } from '../test/hosted-room.ts';
import { mutateFrame, mutateRequest } from '../test/mutations.ts';
import { createRandom } from '../test/random.ts';
import { TestClient } from '../test/test-client.ts';
import { type TestPeer, drawToken, visit } from '../test/test-room.ts';

const seed = Number(env.SEED || Math.trunc(Math.random() * 2 ** 32));
const frameCount = 7000;
const requestCount = 3000;
/** Less than a flood. */
const framesPerSocket = 150;
const patienceMs = 50;
/** Both take a few seconds where nothing else runs. */
const timeout = 90_000;

const HttpRefusal = v.object({ error: v.pipe(v.string(), v.regex(/^[a-z-]+$/)) });

/** Whether a guest may say this in a closed room: then it is no mistake to be refused. */
function isInOrder(frame: string | ArrayBuffer, present: readonly string[]): boolean {
  if (frame === pingFrame) return true;
  const decoded = typeof frame === 'string' ? decode(ClientMessage, frame) : undefined;
  if (!decoded?.ok) return false;
  const message = decoded.value;
  if (message.type === 'signal') return present.includes(message.to);
  return message.type === 'ice' || message.type === 'bye';
}

/** Bystanders in a room that is closed, so that a join is refused as well. */
async function setup() {
  const random = createRandom(seed);
  const { host, guest, visitor, ...room } = await meetBehind('closed');
  const bystanders = [host, guest, visitor] as const;
  const ids = bystanders.map(({ id }) => id);
  const expectSilence = async () => {
    for (const { client } of bystanders) expect(await client.heard()).toEqual([]);
  };
  return { ...room, random, host, guest, ids, expectSilence };
}

/** Every message that a client may send, to those who are there. */
function framesFor(ids: readonly string[]): string[] {
  const [id = ''] = ids;
  const fields = { id, to: id, payload: 'x', entry: 'open', isRelayOnly: true, closes: true };
  return ClientMessage.options.map(({ entries }) =>
    encode(v.parse(ClientMessage, { ...fields, type: entries.type.literal })),
  );
}

/** Whether it ends its socket. */
function offends(frame: string | ArrayBuffer | undefined): boolean {
  if (typeof frame !== 'string') return true;
  return new TextEncoder().encode(frame).length > maxFrameBytes;
}

/** Sends at most `count` frames that are to be refused, up to one that ends the socket; returns how many. */
async function misbehave({ client }: TestPeer, draw: () => string | ArrayBuffer, count: number) {
  const frames: (string | ArrayBuffer)[] = [];
  while (frames.length < count && !(frames.length > 0 && offends(frames.at(-1))))
    frames.push(draw());
  for (const frame of frames) client.sendFrame(frame);
  const isToEnd = offends(frames.at(-1));
  const refusals = isToEnd ? frames.length - 1 : frames.length;
  // It is decoded as any client would, so its reason is one of the list.
  for (let heard = 0; heard < refusals; heard += 1)
    expect(await client.next()).toMatchObject({ type: 'refused' });
  if (!isToEnd) client.close(1000);
  const { code } = await client.closed;
  expect(closeReason(code) !== undefined).toBe(isToEnd);
  return frames.length;
}

/** Whether a malformed request was refused; one that was not was none, and opens a visitor's socket like any other. */
async function isRefused(request: Request, response: Response, code: string): Promise<boolean> {
  if (!response.webSocket) {
    expect(response.status >= 400 && response.status < 500).toBe(true);
    v.parse(HttpRefusal, await response.json());
    return true;
  }
  const client = new TestClient(response);
  const outcome = await Promise.race([client.next(), client.closed]);
  if ('code' in outcome) {
    expect(closeReason(outcome.code)).toBeDefined();
    return true;
  }
  expect(outcome).toMatchObject({ type: 'welcome', role: 'guest', seated: false });
  expect(parseRoomCode(decodeURIComponent(request.url.split('/')[5] ?? ''))).toBe(code);
  expect(request.headers.get('Sec-WebSocket-Protocol')).not.toMatch(/(?:^|, )join\./);
  client.close(1000);
  await client.closed;
  return false;
}

/** How long the room takes to answer a ping, and to carry a message: at best, since a busy machine is not the room's. */
async function timeAnswers(host: TestPeer, guest: TestPeer): Promise<number> {
  const timesMs: number[] = [];
  for (const payload of ['still', 'here', 'all of us']) {
    const startedMs = performance.now();
    host.client.sendFrame(pingFrame);
    expect(await host.client.nextFrame()).toBe(pongFrame);
    host.client.signal(guest.id, payload);
    expect(await guest.client.next()).toMatchObject({ type: 'signal', payload });
    timesMs.push(performance.now() - startedMs);
  }
  return Math.min(...timesMs);
}

test(
  `[R1] [R7] ${frameCount} malformed frames are refused by name, and nobody hears of them (SEED=${seed})`,
  { timeout },
  async () => {
    const { code, random, host, guest, ids, expectSilence } = await setup();
    const frames = framesFor(ids);
    const draw = (): string | ArrayBuffer => {
      const frame = mutateFrame(frames[random(frames.length)] ?? '', random);
      return isInOrder(frame, ids) ? draw() : frame;
    };
    for (let refused = 0; refused < frameCount;) {
      const count = Math.min(framesPerSocket, frameCount - refused);
      refused += await misbehave(await visit(code), draw, count);
    }
    await expectSilence();
    const tookMs = await timeAnswers(host, guest);
    console.log(`after ${frameCount} malformed frames the room answered in ${tookMs} ms`);
    expect(tookMs).toBeLessThan(patienceMs);
  },
);

test(
  `[R9] [R10] ${requestCount} malformed requests are refused by name, and wake no object (SEED=${seed})`,
  { timeout },
  async () => {
    const { code, random, host, guest, expectSilence } = await setup();
    const before = (await listDurableObjectIds(env.ROOMS)).length;
    const tryOne = async () => {
      const carriers = ['join', 'host', 'browser', 'ticket'].map(
        (kind) => `${kind}.${drawToken()}`,
      );
      const protocols = [subprotocol, ...carriers.slice(random(carriers.length))];
      const request = mutateRequest({ code, protocols }, random);
      if (!request) return false;
      return isRefused(request, await exports.default.fetch(request), code);
    };
    for (let refused = 0; refused < requestCount;) {
      // Fewer than a room takes.
      const outcomes = await Promise.all(Array.from({ length: 20 }, tryOne));
      refused += outcomes.filter(Boolean).length;
    }
    await expectSilence();
    expect((await listDurableObjectIds(env.ROOMS)).length).toBe(before);
    const tookMs = await timeAnswers(host, guest);
    console.log(`after ${requestCount} malformed requests the room answered in ${tookMs} ms`);
    expect(tookMs).toBeLessThan(patienceMs);
  },
);
