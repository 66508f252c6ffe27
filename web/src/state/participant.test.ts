import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PeerId } from '../../../protocol/ids.ts';
import type { PeerState } from '../engine/peer/peer-state.ts';
import { FakeTrack } from '../engine/testing/fake-media.ts';
import { participantOf } from './participant.ts';

const track = (kind: 'audio' | 'video') => new FakeTrack(kind) as unknown as MediaStreamTrack;

const peer: PeerState = {
  id: v.parse(PeerId, '0000000000000000'),
  profile: { name: 'Ana' },
  link: 'connected',
  fingerprints: undefined,
  alarm: undefined,
  isHandRaised: false,
  unheard: [],
  slotsInUse: { microphone: false, camera: false, screen: false, screenAudio: false },
  tracks: {
    microphone: track('audio'),
    camera: track('video'),
    screen: track('video'),
    screenAudio: track('audio'),
  },
};

test('a picture is shown only while it is sent; sound is always played', () => {
  const { microphone, screenAudio } = peer.tracks;
  const quiet = { camera: null, screen: null, microphone, screenAudio };
  expect(participantOf(peer, undefined)).toMatchObject({ name: 'Ana', isMuted: true, ...quiet });
});

test('what is sent is shown', () => {
  const slotsInUse = { microphone: true, camera: true, screen: true, screenAudio: true };
  expect(participantOf({ ...peer, slotsInUse }, undefined)).toMatchObject({
    isMuted: false,
    ...peer.tracks,
  });
});

test('someone who has not told their name has none', () => {
  expect(participantOf({ ...peer, profile: undefined }, undefined).name).toBe('');
});

test('a host is one by their seat, and can be reached unless it is away', () => {
  const seat = { id: peer.id, away: false, role: 'host' } as const;
  expect(participantOf(peer, seat)).toMatchObject({ role: 'host', isPresent: true });
  expect(participantOf(peer, { ...seat, away: true })).toMatchObject({ isPresent: false });
});

test('whom the room has given up is a guest whom it can not reach', () => {
  expect(participantOf(peer, undefined)).toMatchObject({ role: 'guest', isPresent: false });
});
