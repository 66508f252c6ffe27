import { expect, test } from 'vitest';
import type { FileDesk } from '../engine/files/file-desk.ts';
import {
  connect,
  clerk,
  fileOf,
  introduce,
  received,
  sent,
  until,
} from '../engine/testing/linked-desks.ts';
import { FilesModel } from './files-model.ts';

/** What the model needs of the engine, with a desk that is there at once. */
function filesOf(desk: FileDesk) {
  return {
    get list() {
      return desk.list;
    },
    use: (task: (desk: FileDesk) => void) => task(desk),
    on: (name: 'changed', listener: () => void) => desk.on(name, listener),
  };
}

function setup() {
  const [ana, ben] = [clerk('a'), clerk('b')];
  introduce(ana, ben);
  connect(ana, ben);
  return { ana, ben, model: new FilesModel(filesOf(ben.desk)) };
}

test('what is offered is listed, counted, and taken or declined', async () => {
  const { ana, ben, model } = setup();
  ana.desk.offer([fileOf('a.bin', 10), fileOf('b.bin', 10)]);
  await until(() => model.offers.value === 2);
  const [first, second] = received(ben);
  model.accept(first?.key ?? '');
  model.end(second?.key ?? '');
  await until(() => model.list.value.some((file) => 'saved' in file && file.saved !== undefined));
  const ends = sent(ana).map(({ receivers }) => receivers[0]?.progress.at);
  await until(() => ends.length === 2);
  model.save(first?.key ?? '');
  expect(ben.store.saved).toEqual(['a.bin', 'a.bin']);
});

test('what this person sends is listed and not counted', async () => {
  const { ana, model } = setup();
  model.offer([fileOf('a.bin', 10)]);
  await until(() => received(ana).length === 1);
  expect(model.list.value).toMatchObject([{ name: 'a.bin', direction: 'sent' }]);
  expect(model.offers.value).toBe(0);
  model.pause(model.list.value[0]?.key ?? '', { isPaused: true });
  await until(() => ana.heard.some(({ type }) => type === 'file-pause'));
});

test('all that goes out, or comes in, can rest at once', async () => {
  const { ana, ben, model } = setup();
  const theirs = new FilesModel(filesOf(ana.desk));
  theirs.offer([fileOf('a.bin', 9_000_000), fileOf('b.bin', 9_000_000)]);
  await until(() => received(ben).length === 2);
  expect([theirs.isSending.value, model.isReceiving.value]).toEqual([false, false]);
  for (const { key } of received(ben)) model.accept(key);
  await until(() => theirs.isSending.value && model.isReceiving.value);
  expect([theirs.isReceiving.value, model.isSending.value]).toEqual([false, false]);
  await until(() => received(ben).every(({ progress }) => progress.at === 'running'));
  theirs.pauseAll('sent');
  await until(() => !theirs.isSending.value && !model.isReceiving.value);
});

test('what was forgotten meanwhile still counts as offered', async () => {
  const { ana, ben, model } = setup();
  for (let round = 1; round <= 13; round += 1) {
    ana.desk.offer(Array.from({ length: 40 }, (_, index) => fileOf(`${index}.bin`, 1)));
    await until(() => model.offers.value === round * 40);
    for (const { key } of received(ben)) model.end(key);
  }
  expect(model.list.value.length).toBe(500);
});
