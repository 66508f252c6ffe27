import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { peerIdFrom } from '../../../protocol/ids.ts';
import type { CallState } from '../engine/call-state.ts';
import { unseenRoom } from '../engine/room-view.ts';
import { HostModel } from './host-model.ts';
import { inside } from './testing/fake-inside.ts';

const ben = peerIdFrom(new Uint8Array(16).fill(1));

function setup() {
  const state = signal<CallState>({ ...inside(), room: { ...unseenRoom, capacity: 2 } });
  const isMuted = signal(false);
  return { state, isMuted, host: new HostModel({ state, isMuted, govern: () => undefined }) };
}

test('[H5] who is asked to mute is asked until they answer', () => {
  const { host } = setup();
  host.hear({ type: 'mute-asked' });
  expect(host.isMuteAsked.value).toBe(true);
  host.muteAnswered();
  expect(host.isMuteAsked.value).toBe(false);
});

test('[H5] muting in any way is an answer, and who is muted already is not asked', () => {
  const { host, isMuted } = setup();
  host.hear({ type: 'mute-asked' });
  isMuted.value = true;
  expect(host.isMuteAsked.value).toBe(false);
  host.hear({ type: 'mute-asked' });
  isMuted.value = false;
  expect(host.isMuteAsked.value).toBe(false);
});

test('[H7] who is handed the powers, or hands them over, is told until they have taken note', () => {
  const { host } = setup();
  expect(host.newRole.value).toBeUndefined();
  host.hear({ type: 'role', role: 'host', token: null });
  expect(host.newRole.value).toBe('host');
  host.roleNoted();
  expect(host.newRole.value).toBeUndefined();
});

test('[H3] one’s own seat counts for whether there is one more', () => {
  const { host, state } = setup();
  expect(host.isFull.value).toBe(false);
  const seats = [{ id: ben, away: false, role: 'guest' as const }];
  const room = { ...unseenRoom, capacity: 2, seats };
  if (state.value.phase === 'inside') state.value = { ...state.value, room };
  expect(host.isFull.value).toBe(true);
});
