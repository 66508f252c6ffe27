import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import { unknownPeer } from '../engine/peer/peer-state.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { participantOf } from './participant.ts';
import { VoicesModel } from './voices-model.ts';

function setup() {
  const clock = new FakeClock();
  const ana = peerIdFrom(new Uint8Array(16).fill(1));
  const participant = {
    ...participantOf(unknownPeer(ana, 'connected'), undefined),
    isMuted: false,
  };
  const participants = signal([participant]);
  const levels = new Map([[ana, 0.3]]);
  const ownLevel = signal(0);
  const isMuted = signal(false);
  const voiceLevels = () => levels;
  const voices = new VoicesModel({ clock, participants, voiceLevels, ownLevel, isMuted });
  return { clock, ana, participant, participants, ownLevel, isMuted, voices };
}

test('whoever speaks for a second has the word, until they are gone', () => {
  const { clock, ana, participants, voices } = setup();
  clock.advance(1_000);
  expect([...voices.speaking.value]).toEqual([ana]);
  expect(voices.active.value).toBe(ana);
  participants.value = [];
  expect(voices.active.value).toBeUndefined();
});

test('whoever is muted does not speak, whatever was heard of them last', () => {
  const { clock, ana, participant, participants, voices } = setup();
  participants.value = [{ ...participant, isMuted: true }];
  clock.advance(1_000);
  expect(voices.speaking.value.has(ana)).toBe(false);
});

test('oneself speaks by the meter, unless one is muted', () => {
  const { clock, ownLevel, isMuted, voices } = setup();
  ownLevel.value = 0.8;
  clock.advance(1_000);
  expect(voices.speaking.value.has('self')).toBe(true);
  isMuted.value = true;
  clock.advance(1_000);
  expect(voices.speaking.value.has('self')).toBe(false);
});

test('a room tone is nobody’s voice', () => {
  const { clock, ownLevel, voices } = setup();
  ownLevel.value = 0.3;
  clock.advance(1_000);
  expect(voices.speaking.value.has('self')).toBe(false);
});

test('the set stays the same while it says the same, so that nothing is drawn anew', () => {
  const { clock, voices } = setup();
  clock.advance(1_000);
  const before = voices.speaking.value;
  clock.advance(1_000);
  expect(voices.speaking.value).toBe(before);
});

test('a model that is gone listens no longer', () => {
  const { clock, voices } = setup();
  voices[Symbol.dispose]();
  expect(clock.pendingTimers).toBe(0);
});
