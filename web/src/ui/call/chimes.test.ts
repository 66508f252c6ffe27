import { expect, test } from 'vitest';
import { playChime } from './chimes.ts';

function setup(sinkTo?: (id: string) => Promise<void>) {
  const log: string[] = [];
  const parameter = () => ({
    value: 0,
    setValueAtTime: () => undefined,
    linearRampToValueAtTime: () => undefined,
    exponentialRampToValueAtTime: () => undefined,
  });
  const context = {
    currentTime: 0,
    ...(sinkTo && { setSinkId: (id: string) => (log.push(`sink ${id}`), sinkTo(id)) }),
    createOscillator: () => {
      const oscillator = new EventTarget();
      return Object.assign(oscillator, {
        frequency: parameter(),
        connect: (next: unknown) => next,
        start: () => log.push('note'),
        stop: () => queueMicrotask(() => oscillator.dispatchEvent(new Event('ended'))),
      });
    },
    createGain: () => ({ gain: parameter(), connect: () => undefined }),
  };
  const play = (speakerId: string) =>
    playChime(context as unknown as AudioContext, 'message', speakerId);
  return { log, play };
}

test('a chime is heard on the speaker that is chosen at the time', async () => {
  const { log, play } = setup(() => Promise.resolve());
  await play('h');
  await play('');
  expect(log).toEqual(['sink h', 'note', 'sink ', 'note']);
});

test('a chime is heard all the same where no speaker can be chosen, or it is gone', async () => {
  const without = setup();
  await without.play('h');
  expect(without.log).toEqual(['note']);
  const gone = setup(() => Promise.reject(new DOMException('gone', 'NotFoundError')));
  await gone.play('h');
  expect(gone.log).toEqual(['sink h', 'note']);
});
