import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { follow, speak } from './index.ts';
import { lateText } from './late-text.ts';

/** The screen has one language at a time: each test begins and ends in English. */
function setup() {
  const asked: string[] = [];
  const answers = { en: 'fine', zh: '正常' };
  const load = (code: 'en' | 'zh') => () => {
    asked.push(code);
    return Promise.resolve(answers[code]);
  };
  onTestFinished(() => void speak('en'));
  return { asked, late: lateText({ en: load('en'), zh: load('zh') }) };
}

test('sentences of a late part are loaded with it, and only once', async () => {
  const { asked, late } = setup();
  expect(asked).toEqual([]);
  await late.load();
  await late.load();
  expect(asked).toEqual(['en']);
  expect(late.read()).toBe('fine');
});

test('the screen speaks another language when late parts can, too', async () => {
  const { late } = setup();
  await late.load();
  await speak('zh');
  expect(late.read()).toBe('正常');
});

test('a part that was never loaded keeps no language waiting', async () => {
  const { asked } = setup();
  await speak('zh');
  expect(asked).toEqual([]);
});

test.each(['before', 'after'])(
  'a part that comes just %s the language changes speaks the new one',
  async (when) => {
    const { late } = setup();
    const isFirst = when === 'before';
    const loading = isFirst ? late.load() : undefined;
    const speaking = speak('zh');
    await (loading ?? late.load());
    await speaking;
    expect(late.read()).toBe('正常');
  },
);

test('a part that comes while the language changes speaks the old one until then', async () => {
  const { late } = setup();
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  follow(() => gate);
  const speaking = speak('zh');
  await late.load();
  expect(late.read()).toBe('fine');
  open();
  await speaking;
  expect(late.read()).toBe('正常');
});

test('a part comes together with its sentences', async () => {
  const { asked, late } = setup();
  const { promise: part, resolve: arrive } = Promise.withResolvers<string>();
  const both = late.beside(part);
  expect(asked).toEqual(['en']);
  arrive('part');
  expect(await both).toBe('part');
  expect(late.read()).toBe('fine');
});

test('a part that can’t be had fails when its sentences are no longer on their way', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<string>();
  const late = lateText({ en: () => gate, zh: () => gate });
  const order: string[] = [];
  const failed = late.beside(Promise.reject(new Error('gone'))).catch(() => order.push('failed'));
  const came = gate.then(() => order.push('sentences'));
  await setImmediate();
  open('fine');
  await Promise.all([failed, came]);
  expect(order).toEqual(['sentences', 'failed']);
});

test('a part without its sentences is none', async () => {
  const english = () => Promise.reject(new Error('gone'));
  const late = lateText<string>({ en: english, zh: english });
  await expect(late.beside(Promise.resolve('part'))).rejects.toThrow('gone');
});

test('what could not be loaded can be tried again', async () => {
  let isReachable = false;
  const english = () => (isReachable ? Promise.resolve('fine') : Promise.reject(new Error('gone')));
  const late = lateText({ en: english, zh: english });
  await expect(late.load()).rejects.toThrow('gone');
  isReachable = true;
  await late.load();
  expect(late.read()).toBe('fine');
});
