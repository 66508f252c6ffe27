import { expect, test } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { LevelMeter, levelOf } from './level-meter.ts';

const sine = (amplitude: number) =>
  Float32Array.from({ length: 2048 }, (_, index) => amplitude * Math.sin(index / 8));

test('silence is nothing, a shout is everything, and speech lies between', () => {
  expect(levelOf(new Float32Array(2048))).toBe(0);
  expect(levelOf(sine(1))).toBe(1);
  const speech = levelOf(sine(0.05));
  expect(speech).toBeGreaterThan(0.3);
  expect(speech).toBeLessThan(0.8);
});

test('after close nothing is measured any more, and the browser has its AudioContext back', () => {
  const environment = fakeEnvironment();
  const levels: number[] = [];
  const meter = new LevelMeter(environment, {} as MediaStreamTrack);
  meter.on('heard', ({ level }) => levels.push(level));
  environment.clock.advance(200);
  expect(levels).toEqual([0, 0]);
  expect(environment.openAudioContexts).toBe(1);
  meter.close();
  environment.clock.advance(200);
  expect(levels).toHaveLength(2);
  expect(environment.clock.pendingTimers).toBe(0);
  expect(environment.openAudioContexts).toBe(0);
});

test.each([
  { state: 'running', sample: 0, isSilence: true },
  // The noise of a quiet room.
  { state: 'running', sample: 0.0001, isSilence: false },
  // Nothing is known in a context that the browser holds back.
  { state: 'suspended', sample: 0, isSilence: false },
] as const)('silence is nothing at all, in a context that runs: %o', (heardThere) => {
  const { state, sample, isSilence } = heardThere;
  const environment = fakeEnvironment();
  const analyser = {
    fftSize: 32,
    getFloatTimeDomainData: (samples: Float32Array) => void samples.fill(sample),
  };
  const context = Object.assign(environment.createAudioContext(), {
    state,
    createAnalyser: () => analyser as unknown as AnalyserNode,
  });
  environment.createAudioContext = () => context;
  const heard: boolean[] = [];
  new LevelMeter(environment, {} as MediaStreamTrack).on('heard', (each) =>
    heard.push(each.isSilence),
  );
  environment.clock.advance(100);
  expect(heard).toEqual([isSilence]);
});
