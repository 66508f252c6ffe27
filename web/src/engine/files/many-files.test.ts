import { expect, test } from 'vitest';
import { fileOf, pair, received, sent, settle, until } from '../testing/linked-desks.ts';

test('[F1] whoever offers without end is told that it is too much', async () => {
  const { ana, ben } = pair();
  const last = () => sent(ana).at(-1)?.receivers[0]?.progress;
  const unable = { at: 'over', why: 'unable', isOwnDoing: false };
  ana.desk.offer(Array.from({ length: 51 }, (_, index) => fileOf(`${index}.bin`, 1)));
  await until(() => last()?.at === 'over');
  expect(last()).toEqual(unable);
  expect(received(ben)).toHaveLength(50);
  // Those that are answered make room for others, but not without end.
  for (let offered = 50; offered < 1_000; offered += 50) {
    for (const { key } of received(ben)) ben.desk.end(key);
    await settle(5);
    ana.desk.offer(Array.from({ length: 50 }, (_, index) => fileOf(`${index}.bin`, 1)));
    await until(() => received(ben).at(-1)?.progress.at === 'offered');
    expect(last()).toEqual({ at: 'offered' });
  }
  for (const { key } of received(ben)) ben.desk.end(key);
  ana.desk.offer([fileOf('last.bin', 1)]);
  await until(() => last()?.at === 'over');
  expect(last()).toEqual(unable);
});

test('what was over long ago is forgotten, and nothing that is open', async () => {
  const { ana, ben } = pair();
  ana.desk.offer([fileOf('open.bin', 1)]);
  await until(() => received(ben).length === 1);
  for (let round = 0; round < 13; round += 1) {
    ana.desk.offer(Array.from({ length: 40 }, (_, index) => fileOf(`${round}/${index}`, 1)));
    await until(() => received(ben).at(-1)?.name === `${round}_39`);
    for (const { key } of received(ben).slice(1)) ben.desk.end(key);
    await settle(5);
  }
  for (const { desk } of [ana, ben]) {
    expect(desk.list).toHaveLength(500);
    expect(desk.list[0]?.name).toBe('open.bin');
    expect(desk.list.at(-1)?.name).toMatch(/^12.39$/);
  }
});
