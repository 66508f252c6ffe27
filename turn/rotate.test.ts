import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sign, toSeconds } from './check/access.ts';
import {
  type AllocationStream,
  allocateOnce,
  streamAllocations,
} from './testing/allocation-stream.ts';
import { redisSettings, startRedis } from './testing/redis.ts';
import { startRelayHost } from './testing/relay-host.ts';

/** The Worker of these tests signs for this long. */
const lifetimeSeconds = 2;

/** A relay, and people who keep coming to it with what the Worker would sign. */
async function setup(access: 'sqlite' | 'redis') {
  const redis = access === 'redis' ? await startRedis() : undefined;
  const relay = await startRelayHost({ settings: { TURN_AUTH: access, ...redisSettings } });
  const worker = { secret: relay.secret };
  const signed = (secret: string) => sign(secret, toSeconds(Date.now()) + lifetimeSeconds);
  const stream: AllocationStream = streamAllocations(relay, () => signed(worker.secret));
  onTestFinished(async () => {
    await stream.stop();
    await relay.close();
    await redis?.close();
  });
  return {
    relay,
    redis,
    stream,
    worker,
    asks: (secret: string) => allocateOnce(relay, signed(secret)),
    comes: async (people: number) => {
      const before = stream.granted();
      await expect
        .poll(() => stream.granted(), { timeout: 10_000 })
        .toBeGreaterThan(before + people);
    },
  };
}

describe.skipIf(process.env['OWN_NETWORK'] !== 'yes').each(['sqlite', 'redis'] as const)(
  'with TURN_AUTH=%s',
  (access) => {
    test('two rotations refuse nobody, and the old secrets are worth nothing afterwards', async () => {
      const { relay, stream, worker, asks, comes } = await setup(access);
      await comes(20);
      for (const old of [relay.secret, undefined]) {
        const before = old ?? worker.secret;
        const fresh = await relay.run('rotate', '--add');
        await comes(20);
        expect(await asks(before)).toBe('granted');
        worker.secret = fresh;
        const finish = relay.run('rotate', '--finish', '--lifetime', String(lifetimeSeconds + 1));
        await comes(20);
        expect(await asks(before), 'what was signed before still counts').toBe('granted');
        await finish;
        expect(await asks(before)).toBe('401');
        expect(readFileSync(join(relay.folder, 'relay.env'), 'utf8')).toContain(
          `TURN_SECRET=${fresh}`,
        );
      }
      await comes(20);
      expect(stream.failures()).toEqual([]);
    }, 60_000);

    test('a rotation that was stopped goes on where it was', async () => {
      const { relay, worker, asks } = await setup(access);
      const first = await relay.run('rotate', '--add');
      expect(await relay.run('rotate', '--add')).toBe(first);
      worker.secret = first;
      await relay.run('prepare'); // As setup would, in between.
      expect(await asks(relay.secret)).toBe('granted');
      await relay.run('rotate', '--lifetime', '1', '--tell', `grep -q ${first}`);
      expect(await asks(relay.secret)).toBe('401');
      await relay.run('prepare');
      expect(await asks(relay.secret)).toBe('401');
      expect(await asks(first)).toBe('granted');
    }, 30_000);
  },
);
