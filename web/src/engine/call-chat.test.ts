import { expect, test } from 'vitest';
import { type Caller, linkedCalls, rest } from './testing/linked-calls.ts';

function chatOf({ call }: Caller): string[] {
  const { state } = call;
  return state.phase === 'inside' ? state.chat.map(({ name, text }) => `${name}: ${text}`) : [];
}

/** The texts of one's own messages that have yet to arrive at someone. */
function pendingOf({ call }: Caller): string[] {
  const { state } = call;
  if (state.phase !== 'inside') return [];
  const unheard = new Set(state.peers.flatMap((peer) => peer.unheard));
  return state.chat.filter(({ id }) => unheard.has(id)).map(({ text }) => text);
}

async function meet() {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  const eve = await enter('Eve', ana, ben);
  await rest(ana, ben, eve);
  return { room, enter, ana, ben, eve };
}

test('what is said in writing is shown at once, and comes to everyone in order', async () => {
  const { ana, ben, eve } = await meet();
  ana.call.chat.say('one');
  ana.call.chat.say('two');
  expect(chatOf(ana)).toEqual(['Ana: one', 'Ana: two']);
  expect(pendingOf(ana)).toEqual(['one', 'two']);
  await rest(ana, ben, eve);
  for (const caller of [ben, eve]) expect(chatOf(caller)).toEqual(['Ana: one', 'Ana: two']);
  expect(pendingOf(ana)).toEqual([]);
});

test('[M2] what is said while the server is down comes to everyone, once', async () => {
  const { room, ana, ben, eve } = await meet();
  room.crash();
  ana.call.chat.say('anyone?');
  await rest(ana, ben, eve);
  for (const caller of [ana, ben, eve]) {
    caller.environment.clock.advance(300);
    caller.reach(room);
  }
  await rest(ana, ben, eve);
  for (const caller of [ana, ben, eve]) expect(chatOf(caller)).toEqual(['Ana: anyone?']);
});

test('[M7] what is said to someone who can not be reached at all waits until they can', async () => {
  const { room, ana, ben, eve } = await meet();
  for (const { environment } of [ana, ben]) environment.connections[0]?.become('failed');
  ben.environment.sockets.at(-1)?.drop();
  await rest(ana);
  ana.call.chat.say('are you there?');
  ana.environment.clock.advance(5_000);
  await rest(ana, eve);
  expect(chatOf(ben)).toEqual([]);
  expect(pendingOf(ana)).toEqual(['are you there?']);
  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben, eve);
  expect(chatOf(ben)).toEqual(['Ana: are you there?']);
  expect(pendingOf(ana)).toEqual([]);
});

test('[M4] what was heard before its ack was lost is not shown again', async () => {
  const { ana, ben, eve } = await meet();
  ana.call.chat.say('once');
  await rest(ana, ben, eve);
  const { state } = ben.call;
  const [first] = state.phase === 'inside' ? state.chat : [];
  const letter = { type: 'letter', epoch: 'anew', ack: null };
  for (const [number, message] of [
    { type: 'chat', id: first?.id, text: 'once' },
    { type: 'chat', id: 'another', text: 'twice' },
  ].entries()) {
    const payload = JSON.stringify({ ...letter, number: number + 1, message });
    const signal = { type: 'signal', from: first?.author, payload };
    ben.environment.sockets.at(-1)?.deliver(JSON.stringify(signal));
  }
  await rest(ben);
  expect(chatOf(ben)).toEqual(['Ana: once', 'Ana: twice']);
});
