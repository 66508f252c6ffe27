// What this side lets every peer know of itself, and the messages that say so.
import type { PeerMessage, Profile, SlotsInUse } from '../../../../protocol/peer.ts';
import type { SlotName, SlotTracks } from '../slots.ts';

export interface OwnState {
  readonly profile: Profile;
  /** What is sent. */
  readonly tracks: SlotTracks;
  readonly isHandRaised: boolean;
}

/** The ways to change it. Whoever is connected is told, and whoever comes later. */
export interface OwnSide {
  setProfile(profile: Profile): void;
  /** Shows that this person would like to speak, or no longer does. */
  raiseHand(isRaised: boolean): void;
  /** Sends `track` in `slot` from now on, or nothing; the track stays its owner's to stop. */
  publish(slot: SlotName, track: MediaStreamTrack | null): void;
  /** Connects through the relay only, so that the others don't see this side's address. */
  hideAddress(hides: boolean): void;
}

/** What is said first, and again whenever the other side may have forgotten it. */
export function introductionOf(own: OwnState): PeerMessage[] {
  return [profileMessage(own), slotsMessage(own), handMessage(own)];
}

export function profileMessage({ profile }: OwnState): PeerMessage {
  return { type: 'profile', profile };
}

export function slotsMessage({ tracks }: OwnState): PeerMessage {
  return { type: 'slots', slots: slotsInUse(tracks) };
}

export function handMessage({ isHandRaised }: OwnState): PeerMessage {
  return { type: 'hand', isRaised: isHandRaised };
}

/** Which slots carry a track. */
export function slotsInUse({ microphone, camera, screen, screenAudio }: SlotTracks): SlotsInUse {
  return {
    microphone: microphone !== null,
    camera: camera !== null,
    screen: screen !== null,
    screenAudio: screenAudio !== null,
  };
}
