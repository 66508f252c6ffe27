import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { pingFrame, pongFrame } from '../../protocol/limits.ts';
import { comeBack, meet, moveClock, visit } from '../test/test-room.ts';
import { silenceMs } from './sweep.ts';

const silent = { code: closeCodes.silent, reason: 'silent' };

/** A meeting in which a silence of everyone has lasted almost too long, and Bob just said something. */
async function meetInSilence() {
  const meeting = await meet();
  moveClock(silenceMs - 5000);
  meeting.bob.client.send({ type: 'ice' });
  expect((await meeting.bob.client.next()).type).toBe('ice');
  moveClock(5000);
  return meeting;
}

test.each([false, true])(
  '[R15] at a message sockets that are silent are closed, and their seats away (right after an eviction: %s)',
  async (evict) => {
    const { code, stub, alice, bob, visitor } = await meetInSilence();
    if (evict) await evictDurableObject(stub);
    expect(await bob.client.heard()).toEqual([{ type: 'peer-away', id: alice.id }]);
    expect(await alice.client.closed).toEqual(silent);
    expect(await visitor.client.closed).toEqual(silent);
    expect((await comeBack(code, alice.ticket)).welcome.seated).toBe(true);
    expect(await bob.client.heard()).toEqual([{ type: 'peer-back', id: alice.id }]);
  },
);

test('[R15] who breaks its silence is not silent', async () => {
  const { alice, visitor } = await meetInSilence();
  expect(await alice.client.heard()).toEqual([]);
  expect(await visitor.client.closed).toEqual(silent);
});

test.each(['an opening', 'an end', 'an alarm'])(
  '[R15] right after an eviction silent sockets are found at %s too',
  async (event) => {
    const { code, stub, alice, bob } = await meetInSilence();
    await evictDurableObject(stub);
    if (event === 'an opening') await visit(code);
    else if (event === 'an end') bob.client.close(1000);
    else await runDurableObjectAlarm(stub);
    expect(await alice.client.closed).toEqual(silent);
  },
);

test.each([false, true])(
  '[R15] a ping, which wakes nobody, breaks a silence (then an eviction: %s)',
  async (evict) => {
    moveClock(-silenceMs);
    const { stub, alice, bob, visitor } = await meet();
    // Pings are stamped with the real time of day, which is later than these people think.
    bob.client.sendFrame(pingFrame);
    expect(await bob.client.nextFrame()).toBe(pongFrame);
    moveClock(silenceMs);
    if (evict) await evictDurableObject(stub);
    expect(await alice.client.heard()).toEqual([]);
    expect(await visitor.client.closed).toEqual(silent);
    alice.client.signal(bob.id, 'x');
    expect(await bob.client.heard()).toEqual([{ type: 'signal', from: alice.id, payload: 'x' }]);
  },
);

test('[R15] a silence that is not long enough is none', async () => {
  const { bob, alice } = await meet();
  moveClock(silenceMs - 1000);
  expect(await bob.client.heard()).toEqual([]);
  expect(await alice.client.heard()).toEqual([]);
});
