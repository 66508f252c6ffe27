import { evictDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import type { Ice } from '../../protocol/relay.ts';
import { mintRoom, visit } from '../test/test-room.ts';

function urlsOf({ servers }: Ice): string[] {
  return servers.flatMap(({ urls }) => urls);
}

test.each([
  ['AF', ['turn:fra.test', 'turn:sin.test']],
  ['OC', ['turn:sin.test', 'turn:fra.test']],
  ['NA', ['turn:nyc.test', 'turn:fra.test']],
  ['AN', ['turn:fra.test', 'turn:sin.test']],
  ['Atlantis', ['turn:fra.test', 'turn:sin.test']],
  [undefined, ['turn:fra.test', 'turn:sin.test']],
])('[T4] a visitor from %s is told of relay hosts near by', async (continent, urls) => {
  const { code } = await mintRoom();
  const { welcome } = await visit(code, {}, { continent });
  expect(urlsOf(welcome.ice)).toEqual(['stun:relay.test', ...urls]);
});

test('[T4] right after an eviction a renewal is for the same relay hosts', async () => {
  const { code, stub } = await mintRoom();
  const visitors = [
    await visit(code, {}, { continent: 'AS' }),
    await visit(code, {}, { continent: 'NA' }),
    await visit(code, {}, { continent: 'Atlantis' }),
    await visit(code),
  ];
  await evictDurableObject(stub);
  for (const { client, welcome } of visitors) {
    client.send({ type: 'ice' });
    const answer = await client.next();
    if (answer.type !== 'ice') throw new Error(`a ${answer.type} in place of credentials`);
    expect(urlsOf(answer.ice)).toEqual(urlsOf(welcome.ice));
  }
});
