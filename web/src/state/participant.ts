// A peer as the screen shows it.
import type { PeerId } from '../../../protocol/ids.ts';
import type { Link, PeerState } from '../engine/peer/peer-state.ts';

export interface Participant {
  readonly id: PeerId;
  /** Empty until the person has told it, or for good if they gave none. */
  readonly name: string;
  readonly link: Link;
  readonly isMuted: boolean;
  /** Null while nothing is sent, so a tile never shows a frozen or black picture as if it were live. */
  readonly camera: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
  /** Always played: they are silent while nothing is sent. */
  readonly microphone: MediaStreamTrack | null;
  readonly screenAudio: MediaStreamTrack | null;
}

export function participantOf({ id, profile, link, slotsInUse, tracks }: PeerState): Participant {
  return {
    id,
    name: profile?.name ?? '',
    link,
    isMuted: !slotsInUse.microphone,
    camera: slotsInUse.camera ? tracks.camera : null,
    screen: slotsInUse.screen ? tracks.screen : null,
    microphone: tracks.microphone,
    screenAudio: tracks.screenAudio,
  };
}
