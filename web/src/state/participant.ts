// A peer as the screen shows it.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Seat } from '../../../protocol/relay.ts';
import type { Role } from '../../../protocol/room.ts';
import type { Alarm, Link, PeerState } from '../engine/peer/peer-state.ts';

export interface Participant {
  readonly id: PeerId;
  /** Empty until the person has told it, or for good if they gave none. */
  readonly name: string;
  readonly link: Link;
  readonly alarm: Alarm | undefined;
  readonly role: Role;
  /** Whether the room can reach them, and so a host's word. */
  readonly isPresent: boolean;
  readonly isMuted: boolean;
  /** Whether they would like to speak. */
  readonly isHandRaised: boolean;
  /** Null while nothing is sent, so a tile never shows a frozen or black picture as if it were live. */
  readonly camera: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
  /** Always played: they are silent while nothing is sent. */
  readonly microphone: MediaStreamTrack | null;
  readonly screenAudio: MediaStreamTrack | null;
}

/** `seat` is theirs, as long as the room has one for them. */
export function participantOf(peer: PeerState, seat: Seat | undefined): Participant {
  const { id, profile, link, alarm, slotsInUse, isHandRaised, tracks } = peer;
  return {
    id,
    name: profile?.name ?? '',
    link,
    alarm,
    role: seat?.role ?? 'guest',
    isPresent: seat?.away === false,
    isMuted: !slotsInUse.microphone,
    isHandRaised,
    camera: slotsInUse.camera ? tracks.camera : null,
    screen: slotsInUse.screen ? tracks.screen : null,
    microphone: tracks.microphone,
    screenAudio: tracks.screenAudio,
  };
}
