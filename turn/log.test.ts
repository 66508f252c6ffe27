// What a relay host's log says of the people who came, in the network of the tests' own.
import { expect, onTestFinished, test } from 'vitest';
import { sign, toSeconds } from './check/access.ts';
import { TurnClient } from './check/stun/turn-client.ts';
import { addressesIn } from './testing/addresses-in.ts';
import { udpOf } from './testing/allocation-stream.ts';
import { startRelayHost } from './testing/relay-host.ts';

const someoneOutside = '45.0.0.9';

test.skipIf(process.env['OWN_NETWORK'] !== 'yes')(
  'after calls and refusals the log names no address',
  async () => {
    const relay = await startRelayHost();
    onTestFinished(() => relay.close());
    const credential = sign(relay.secret, toSeconds(Date.now()) + 600);
    const comes = async (password: string) => {
      const opened = await TurnClient.open({ ...udpOf(relay), from: someoneOutside });
      if (!opened.ok) throw new Error(opened.why);
      onTestFinished(() => opened.client.close());
      const answer = await opened.client.allocate({ credential: { ...credential, password } });
      return { client: opened.client, answer };
    };
    const { client, answer } = await comes(credential.password);
    expect(answer).toMatchObject({ kind: 'success' });
    expect(await client.permit(someoneOutside)).toMatchObject({ kind: 'success' });
    client.send({ address: someoneOutside, port: 9 }, Buffer.from('hello'));
    expect(await client.permit('10.0.0.9')).toMatchObject({ kind: 'refused', code: 403 });
    expect(await client.permit('fd00::9')).toMatchObject({ kind: 'refused', code: 443 });
    expect((await comes('wrong')).answer).toMatchObject({ kind: 'refused', code: 401 });
    await client.close();
    await relay.end('SIGTERM');

    // It has something to say of the refused, and would say whom.
    expect(relay.log()).toMatch(/A peer IP .* denied in the range/);
    expect(addressesIn(relay.log())).toEqual([]);
  },
);
