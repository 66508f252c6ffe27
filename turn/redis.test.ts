import { expect, onTestFinished, test } from 'vitest';
import { Clients } from './check/clients.ts';
import { allocateOnce, comesTo, signedBy } from './testing/newcomers.ts';
import { hasOwnNetwork } from './testing/own-network.ts';
import { redisSettings, startRedis } from './testing/redis.ts';
import { startRelayHost } from './testing/relay-host.ts';

test.skipIf(!hasOwnNetwork)(
  'while Redis is down nobody new gets in, and whoever is in stays; when it is back, all is well',
  async () => {
    const redis = await startRedis();
    const relay = await startRelayHost({ settings: { TURN_AUTH: 'redis', ...redisSettings } });
    onTestFinished(async () => {
      await relay.close();
      await redis.close();
    });
    const clients = new Clients();
    onTestFinished(clients.close);
    const { client } = await comesTo(relay, clients);
    const asks = () => allocateOnce(relay, signedBy(relay.secret));

    await redis.end();
    expect(await asks()).toBe('401');
    expect(await client.permit(relay.address)).toMatchObject({ kind: 'success' });
    await redis.start();
    await expect.poll(asks, { timeout: 20_000 }).toBe('granted');
  },
);
