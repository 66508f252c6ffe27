import { expect, onTestFinished, test } from 'vitest';
import { sign, toSeconds } from './check/access.ts';
import { TurnClient } from './check/stun/turn-client.ts';
import { allocateOnce, udpOf } from './testing/allocation-stream.ts';
import { redisSettings, startRedis } from './testing/redis.ts';
import { startRelayHost } from './testing/relay-host.ts';

const isHere = process.env['OWN_NETWORK'] === 'yes';

test.skipIf(!isHere)(
  'while Redis is down nobody new gets in, and whoever is in stays; when it is back, all is well',
  async () => {
    const redis = await startRedis();
    const relay = await startRelayHost({ settings: { TURN_AUTH: 'redis', ...redisSettings } });
    onTestFinished(async () => {
      await relay.close();
      await redis.close();
    });
    const credential = () => sign(relay.secret, toSeconds(Date.now()) + 600);
    const opened = await TurnClient.open(udpOf(relay));
    if (!opened.ok) throw new Error(opened.why);
    onTestFinished(() => opened.client.close());
    expect(await opened.client.allocate({ credential: credential() })).toMatchObject({
      kind: 'success',
    });

    await redis.end();
    expect(await allocateOnce(relay, credential())).toBe('401');
    expect(await opened.client.permit(relay.address)).toMatchObject({ kind: 'success' });
    await redis.start();
    await expect.poll(() => allocateOnce(relay, credential()), { timeout: 20_000 }).toBe('granted');
  },
);
