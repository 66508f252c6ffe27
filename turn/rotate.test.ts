import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { allocateOnce, signedBy, streamAllocations } from './testing/newcomers.ts';
import { addresses, hasOwnNetwork } from './testing/own-network.ts';
import { redisSettings, startRedis } from './testing/redis.ts';
import { type RelayHost, startRelayHost } from './testing/relay-host.ts';

/** How long the old secret counts beside the new one: so long that what is asked meanwhile is asked in time. */
const lifetime = ['--lifetime', '5'];

/** What becomes of someone whose credential is signed with this secret. */
const asks = (relay: RelayHost, secret: string) => allocateOnce(relay, signedBy(secret));

async function startRelay(access: 'sqlite' | 'redis', address?: (typeof addresses)[number]) {
  const relay = await startRelayHost({
    settings: { TURN_AUTH: access, ...redisSettings },
    ...(address && { address }),
  });
  onTestFinished(() => relay.close());
  return relay;
}

async function setup(access: 'sqlite' | 'redis') {
  if (access === 'redis') {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
  }
  return startRelay(access);
}

describe.skipIf(!hasOwnNetwork).each(['sqlite', 'redis'] as const)(
  'with TURN_AUTH=%s',
  (access) => {
    test('two rotations refuse nobody, and the old secrets are worth nothing afterwards', async () => {
      const relay = await setup(access);
      const worker = { secret: relay.secret };
      const stream = streamAllocations(relay, () => signedBy(worker.secret));
      onTestFinished(() => stream.stop());
      const comes = async (people: number) => {
        const before = stream.granted();
        await expect
          .poll(() => stream.granted(), { timeout: 10_000 })
          .toBeGreaterThan(before + people);
      };
      await comes(20);
      for (const rotation of ['first', 'second']) {
        const old = worker.secret;
        worker.secret = await relay.run('rotate', '--add');
        await comes(20);
        const finish = relay.run('rotate', '--finish', ...lifetime);
        expect(await asks(relay, old), `in the ${rotation}, the old secret still counts`).toBe(
          'granted',
        );
        await finish;
        expect(await asks(relay, old)).toBe('401');
      }
      await comes(20);
      expect(stream.failures()).toEqual([]);
      expect(readFileSync(join(relay.folder, 'relay.env'), 'utf8')).toContain(worker.secret);
    });

    test('a rotation that was stopped goes on where it was', async () => {
      const relay = await setup(access);
      const fresh = await relay.run('rotate', '--add');
      expect(await relay.run('rotate', '--add')).toBe(fresh);
      await relay.run('prepare'); // As setup would, in between.
      expect(await asks(relay, relay.secret)).toBe('granted');
      await relay.run('rotate', '--lifetime', '1', '--tell', `grep -q ${fresh}`);
      expect(await asks(relay, relay.secret)).toBe('401');
      await relay.run('prepare');
      expect(await asks(relay, relay.secret)).toBe('401');
      expect(await asks(relay, fresh)).toBe('granted');
    });

    test('a secret that is no new one, or another than the one under way, is refused', async () => {
      const relay = await setup(access);
      const file = join(relay.folder, 'secret');
      writeFileSync(file, relay.secret);
      await expect(relay.run('rotate', '--add', '--secret', file)).rejects.toThrow(
        'should hold a new one',
      );
      await relay.run('rotate', '--add');
      await expect(relay.run('rotate', '--add', '--secret', file)).rejects.toThrow(
        'under way here',
      );
      expect(await asks(relay, relay.secret)).toBe('granted');
    });
  },
);

describe.skipIf(!hasOwnNetwork)('with one Redis for two hosts', () => {
  test('what one rotates, the other forgets, whichever it was', async () => {
    const one = await setup('redis');
    const other = await startRelay('redis', addresses[1]);
    const first = await one.run('rotate', '--add');
    await one.run('rotate', '--finish', '--lifetime', '1');
    const second = await other.run('rotate', '--add');
    await other.run('rotate', '--finish', '--lifetime', '1');
    for (const relay of [one, other]) {
      expect(await asks(relay, one.secret)).toBe('401');
      expect(await asks(relay, first)).toBe('401');
      expect(await asks(relay, second)).toBe('granted');
    }
  });

  test('what could not be added is not said to count', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.close());
    const relay = await startRelay('redis');
    await redis.end();
    await expect(relay.run('rotate', '--add')).rejects.toThrow();
    await expect(relay.run('rotate', '--add')).rejects.toThrow();
    await redis.start();
    const fresh = await relay.run('rotate', '--add');
    // coturn may need one more to find out that Redis is back.
    await expect.poll(() => asks(relay, fresh), { timeout: 10_000 }).toBe('granted');
  });
});
