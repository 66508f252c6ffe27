// What a relay host's log says of the people who came, in the network of the tests' own.
import { expect, onTestFinished, test } from 'vitest';
import { Clients } from './check/clients.ts';
import { addressesIn } from './testing/addresses-in.ts';
import { signedBy, udpOf } from './testing/newcomers.ts';
import { hasOwnNetwork, someoneOutside } from './testing/own-network.ts';
import { startRelayHost } from './testing/relay-host.ts';

test.skipIf(!hasOwnNetwork)('after calls and refusals the log names no address', async () => {
  const relay = await startRelayHost();
  onTestFinished(() => relay.close());
  const clients = new Clients();
  onTestFinished(clients.close);
  const credential = signedBy(relay.secret);
  const comes = (password: string) => {
    const endpoint = { ...udpOf(relay), from: someoneOutside };
    return clients.allocate(endpoint, { credential: { ...credential, password } });
  };
  const allocated = await comes(credential.password);
  if (allocated.kind !== 'success') throw new Error('it was not granted');
  const { client } = allocated;
  expect(await client.permit(someoneOutside)).toMatchObject({ kind: 'success' });
  client.send({ address: someoneOutside, port: 9 }, Buffer.from('hello'));
  expect(await client.permit('10.0.0.9')).toMatchObject({ kind: 'refused', code: 403 });
  expect(await client.permit('fd00::9')).toMatchObject({ kind: 'refused', code: 443 });
  expect(await comes('wrong')).toMatchObject({ kind: 'refused', code: 401 });
  await clients.close();
  await relay.end('SIGTERM');

  // It has something to say of the refused, and would say whom.
  expect(relay.log()).toMatch(/A peer IP .* denied in the range/);
  expect(addressesIn(relay.log())).toEqual([]);
});
