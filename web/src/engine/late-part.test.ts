import { expect, test, vi } from 'vitest';
import { LatePart } from './late-part.ts';

class Part {
  readonly done: string[] = [];
  isOpen = true;

  close(): void {
    this.isOpen = false;
  }
}

function setup({ maxWaiting }: { maxWaiting?: number } = {}) {
  const part = new Part();
  const loads: PromiseWithResolvers<void>[] = [];
  const load = () => {
    const loading = Promise.withResolvers<void>();
    loads.push(loading);
    return loading.promise.then(() => () => part);
  };
  const onMade = vi.fn<(made: Part) => void>();
  const late = new LatePart<Part>({ load, onMade, ...(maxWaiting && { maxWaiting }) });
  const does = (word: string) => late.use(({ done }) => void done.push(word));
  return { part, loads, late, does, onMade };
}

/** Until all that waits for a promise has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

test('nothing is loaded until there is something to do', () => {
  const { late, loads } = setup();
  expect(loads).toHaveLength(0);
  expect([late.isNeeded, late.part]).toEqual([false, undefined]);
});

test('what is to be done waits until it is there, and goes on in order', async () => {
  const { part, loads, late, does, onMade } = setup();
  does('one');
  does('two');
  expect([loads.length, late.isNeeded, part.done]).toEqual([1, true, []]);
  loads[0]?.resolve();
  await settled();
  does('three');
  expect(part.done).toEqual(['one', 'two', 'three']);
  expect(onMade).toHaveBeenCalledExactlyOnceWith(part);
});

test('what can’t be had is tried again at the next occasion', async () => {
  const { part, loads, does } = setup();
  does('one');
  loads[0]?.reject(new Error('no network'));
  await settled();
  does('two');
  loads[1]?.resolve();
  await settled();
  expect(part.done).toEqual(['one', 'two']);
});

test('of more than may wait the oldest is dropped', async () => {
  const { part, loads, does } = setup({ maxWaiting: 2 });
  for (const word of ['one', 'two', 'three']) does(word);
  loads[0]?.resolve();
  await settled();
  expect(part.done).toEqual(['two', 'three']);
});

test('nothing is made of what comes after the end, and what was there is closed', async () => {
  const early = setup();
  early.does('one');
  early.late.close();
  early.loads[0]?.resolve();
  await settled();
  expect([early.late.part, early.part.done]).toEqual([undefined, []]);
  const { part, loads, late, does } = setup();
  does('one');
  loads[0]?.resolve();
  await settled();
  late.close();
  expect(part.isOpen).toBe(false);
});
