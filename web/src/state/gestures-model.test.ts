import { expect, test } from 'vitest';
import { Reactions } from '../engine/reactions.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { FakeMesh } from '../engine/testing/fake-mesh.ts';
import * as v from 'valibot';
import { PeerId } from '../../../protocol/ids.ts';
import { GesturesModel } from './gestures-model.ts';

const ana = v.parse(PeerId, 'a'.repeat(16));

function setup() {
  const clock = new FakeClock();
  const mesh = new FakeMesh(v.parse(PeerId, 's'.repeat(16)));
  const hands: boolean[] = [];
  const self = { raiseHand: (isRaised: boolean) => void hands.push(isRaised) };
  const model = new GesturesModel({ clock, reactions: new Reactions(mesh.asMesh), self });
  return { clock, mesh, hands, model };
}

test('a hand goes up and down, and the others are told', () => {
  const { hands, model } = setup();
  model.toggleHand();
  expect(model.isHandRaised.value).toBe(true);
  model.toggleHand();
  expect(model.isHandRaised.value).toBe(false);
  expect(hands).toEqual([true, false]);
});

test('a sign floats for four seconds', () => {
  const { clock, mesh, model } = setup();
  mesh.hear(ana, { type: 'reaction', sign: '🎉' });
  clock.advance(3_000);
  mesh.hear(ana, { type: 'reaction', sign: '👍' });
  expect(model.floating.value.map(({ sign }) => sign)).toEqual(['🎉', '👍']);
  clock.advance(1_000);
  expect(model.floating.value.map(({ sign, from }) => [sign, from])).toEqual([['👍', ana]]);
  clock.advance(3_000);
  expect(model.floating.value).toEqual([]);
});

test('a peer that sends hundreds of signs does not fill the screen', () => {
  const { mesh, model } = setup();
  for (let count = 0; count < 500; count += 1) mesh.hear(ana, { type: 'reaction', sign: '👏' });
  expect(model.floating.value).toHaveLength(12);
});
