import { expect, test } from 'vitest';
import { playTestSound } from './test-sound.ts';

/** Browsers of either kind: `hasSink` lets a context choose its speaker, the other needs a player for it. */
function setup({ hasSink, canPlay = true }: { hasSink: boolean; canPlay?: boolean }) {
  const log: string[] = [];
  const parameter = () => ({
    value: 0,
    setValueAtTime: () => undefined,
    linearRampToValueAtTime: () => undefined,
    exponentialRampToValueAtTime: () => undefined,
  });
  const sinkTo = (id: string) => {
    if (!canPlay) return Promise.reject(new DOMException('gone', 'NotFoundError'));
    log.push(`sink ${id}`);
    return Promise.resolve();
  };
  class Oscillator extends EventTarget {
    frequency = parameter();
    connect = (next: unknown) => next;
    start = () => log.push(`note ${Math.round(this.frequency.value)}`);
    stop = () => queueMicrotask(() => this.dispatchEvent(new Event('ended')));
  }
  const context = {
    currentTime: 0,
    destination: 'speakers',
    ...(hasSink && { setSinkId: sinkTo }),
    createOscillator: () => new Oscillator(),
    createGain: () => ({
      gain: parameter(),
      connect: (to: unknown) => log.push(`to ${String(to)}`),
    }),
    createMediaStreamDestination: () => ({ stream: {}, toString: () => 'stream' }),
    close: () => Promise.resolve(log.push('closed')),
  };
  const player = { srcObject: undefined, setSinkId: sinkTo, play: () => Promise.resolve() };
  const play = (speakerId: string) =>
    playTestSound(speakerId, {
      createContext: () => context as unknown as AudioContext,
      createPlayer: () => player as unknown as HTMLAudioElement,
    });
  return { log, play };
}

const notes = (output: string) => [`to ${output}`, 'note 587', `to ${output}`, 'note 784'];

test('two notes are played on the system’s default, and nothing is left open', async () => {
  const { log, play } = setup({ hasSink: false });
  await play('');
  expect(log).toEqual([...notes('speakers'), 'closed']);
});

test('on a chosen speaker they are played by the context where it can', async () => {
  const { log, play } = setup({ hasSink: true });
  await play('h');
  expect(log).toEqual(['sink h', ...notes('speakers'), 'closed']);
});

test('and by a player where it can’t', async () => {
  const { log, play } = setup({ hasSink: false });
  await play('h');
  expect(log).toEqual(['sink h', ...notes('stream'), 'closed']);
});

test.each([true, false])(
  'a speaker that is gone is a failure that leaves nothing open: %s',
  async (hasSink) => {
    const { log, play } = setup({ hasSink, canPlay: false });
    await expect(play('h')).rejects.toThrow('gone');
    expect(log).toEqual(['closed']);
  },
);
