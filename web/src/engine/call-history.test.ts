import { expect, test } from 'vitest';
import { type Caller, linkedCalls, rest } from './testing/linked-calls.ts';

function chatOf({ call }: Caller) {
  const { state } = call;
  return state.phase === 'inside' ? state.chat : [];
}

const textsOf = (caller: Caller) => chatOf(caller).map(({ name, text }) => `${name}: ${text}`);

async function talk() {
  const room = linkedCalls();
  const ana = await room.enter('Ana');
  const ben = await room.enter('Ben', ana);
  for (const [caller, text] of [
    [ana, 'one'],
    [ben, 'two'],
    [ana, 'three'],
  ] as const) {
    caller.call.chat.say(text);
    await rest(ana, ben);
  }
  return { ...room, ana, ben };
}

test('[W2] whoever comes later is told what was said, in order, and by whom they were told', async () => {
  const { enter, ana, ben } = await talk();
  const eve = await enter('Eve', ana, ben);
  await rest(ana, ben, eve);
  expect(textsOf(eve)).toEqual(['Ana: one', 'Ben: two', 'Ana: three']);
  expect(chatOf(eve).map(({ toldBy }) => toldBy)).toEqual(['Ana', 'Ana', 'Ana']);
  expect(chatOf(ben).map(({ toldBy }) => toldBy)).toEqual([undefined, undefined, undefined]);
});

test('[W2] what was told is told on, and once', async () => {
  const { enter, ana, ben } = await talk();
  const eve = await enter('Eve', ana, ben);
  await rest(ana, ben, eve);
  eve.call.chat.say('four');
  await rest(ana, ben, eve);
  ana.call.leave();
  ben.call.leave();
  await rest(ana, ben, eve);
  const flo = await enter('Flo', eve);
  await rest(eve, flo);
  expect(textsOf(flo)).toEqual(['Ana: one', 'Ben: two', 'Ana: three', 'Eve: four']);
});

test('[W2] a long history arrives whole, in letters that fit a frame', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const texts = Array.from({ length: 60 }, (_, index) => `${index}${'"'.repeat(index * 50)}`);
  for (const text of texts) ana.call.chat.say(text);
  const ben = await enter('Ben', ana);
  for (let round = 0; round < 10; round += 1) await rest(ana, ben);
  expect(chatOf(ben).map(({ text }) => text)).toEqual(texts);
});

test('a newcomer into an empty room asks nobody, and tells whoever comes next', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  ana.call.chat.say('first');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  expect(textsOf(ben)).toEqual(['Ana: first']);
});

test('a reaction is shown to everyone who is there, oneself too, and to nobody later', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const seen: string[] = [];
  for (const [name, { call }] of Object.entries({ ana, ben }))
    call.reactions.on('reacted', ({ from, sign }) =>
      seen.push(`${name} sees ${sign} of ${from === undefined ? 'herself' : 'another'}`),
    );
  ana.call.reactions.react('🎉');
  await rest(ana, ben);
  expect(seen).toEqual(['ana sees 🎉 of herself', 'ben sees 🎉 of another']);
});
