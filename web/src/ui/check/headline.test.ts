import { beforeAll, expect, test } from 'vitest';
import type { NetworkConclusion } from '../../engine/check/conclusion.ts';
import { check } from '../text/en/check.ts';
import { loadCheckText } from '../text/check.ts';
import { headlineOf } from './headline.ts';

const good: NetworkConclusion = { tag: 'good' };
const fair: NetworkConclusion = { tag: 'no-relay', direct: 'open' };
const bad: NetworkConclusion = { tag: 'server', problem: 'unreachable' };

beforeAll(loadCheckText);

test('where devices give something, the network is all there is to say', () => {
  for (const [network, tone] of [
    [good, 'good'],
    [fair, 'fair'],
    [bad, 'bad'],
  ] as const)
    expect(headlineOf({ network, devices: undefined })).toMatchObject({ tone, beside: undefined });
});

test('devices that give nothing come before what is only not ideal, and as serious as they are', () => {
  expect(headlineOf({ network: fair, devices: 'both' })).toEqual({
    tone: 'bad',
    first: {
      sentence: 'Your camera and your microphone give nothing.',
      help: 'What to do about it stands below.',
    },
    beside: check.noRelay.open,
  });
});

test('devices that give nothing are named beside what is worse', () => {
  expect(headlineOf({ network: bad, devices: 'camera' })).toMatchObject({
    tone: 'bad',
    first: check.serverProblems.unreachable,
    beside: { sentence: 'Your camera gives nothing.' },
  });
});

test('devices are the one thing where the network is fine', () => {
  const { first, beside } = headlineOf({ network: good, devices: 'microphone' });
  expect(first.sentence).toBe('The connection is fine. Your microphone gives nothing.');
  expect(beside).toBeUndefined();
});

test('without a relay and without UDP hardly any call works', () => {
  const network: NetworkConclusion = { tag: 'no-relay', direct: 'shut' };
  expect(headlineOf({ network, devices: undefined }).tone).toBe('bad');
});

test('until there is one, it is said what goes on', () => {
  expect(headlineOf(undefined)).toMatchObject({ tone: 'running', first: check.running });
});
