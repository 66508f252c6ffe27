import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { CallState } from '../engine/call-state.ts';
import type { Fingerprints, PeerState } from '../engine/peer/peer-state.ts';
import { safetyCodeOf } from '../engine/safety-code.ts';
import { SafetyModel } from './safety-model.ts';
import { fakePeer, inside } from './testing/fake-inside.ts';

function peer(seed: number, fingerprints: Fingerprints | undefined): PeerState {
  return { ...fakePeer(seed), fingerprints };
}

const ben = peer(1, { local: 'A', remote: 'B' });
const cleo = peer(2, { local: 'A', remote: 'C' });

function setup(...peers: PeerState[]) {
  const state = signal<CallState>(inside(...peers));
  const safety = new SafetyModel({ state, crypto });
  return { safety, become: (...next: PeerState[]) => (state.value = inside(...next)) };
}

/** The code that is shown once it is computed. */
function shown(safety: SafetyModel): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const stop = safety.code.subscribe((code) => {
      if (!code) return;
      resolve(code);
      queueMicrotask(() => stop());
    });
  });
}

test('[S6] the code stands for everyone one is connected with, and for oneself', async () => {
  const { safety, become } = setup(ben, peer(3, undefined));
  expect(await shown(safety)).toEqual(await safetyCodeOf(crypto, ['A', 'B']));
  become(ben, cleo);
  expect(safety.code.value).toBeUndefined();
  expect(await shown(safety)).toEqual(await safetyCodeOf(crypto, ['A', 'B', 'C']));
});

test('[S6] with nobody there is nothing to compare', () => {
  const { safety } = setup(peer(3, undefined));
  expect(safety.code.value).toBeUndefined();
  expect(safety.isVerified.value).toBe(false);
});

test('[S7] nothing is verified that was not shown', async () => {
  const { safety, become } = setup(ben);
  await shown(safety);
  become(ben, cleo);
  safety.verify();
  expect([...safety.verified.value]).toEqual([]);
});

test('[S7] what was compared stays verified, and whoever comes later is not', async () => {
  const { safety, become } = setup(ben);
  await shown(safety);
  safety.verify();
  expect(safety.isVerified.value).toBe(true);
  become(ben, cleo);
  expect(safety.isVerified.value).toBe(false);
  expect([...safety.verified.value]).toEqual([ben.id]);
  become(ben);
  expect(safety.isVerified.value).toBe(true);
});

test('[S2] an alarm stays, though the peer it is about has gone and there is another', () => {
  const { safety, become } = setup(ben);
  expect(safety.alarms.value).toEqual([]);
  become({ ...ben, profile: { name: 'Ben' }, alarm: 'altered' }, cleo);
  become(cleo);
  become({ ...cleo, alarm: 'impostor' });
  expect(safety.alarms.value).toEqual([
    { id: ben.id, name: 'Ben', alarm: 'altered' },
    { id: cleo.id, name: '', alarm: 'impostor' },
  ]);
});

test('[S5] a worse alarm about the same peer takes the place of the first', () => {
  const { safety, become } = setup({ ...ben, alarm: 'altered' });
  become({ ...ben, alarm: 'impostor' });
  expect(safety.alarms.value).toEqual([{ id: ben.id, name: '', alarm: 'impostor' }]);
});
