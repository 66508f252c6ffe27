// Everyone in the call, and what they share.
import './call-view.css';
import type { InvitationProps } from './invitation.tsx';
import { InviteCard } from './invite-card.tsx';
import { ParticipantTile } from './participant-tile.tsx';
import { SelfTile } from './self-tile.tsx';
import { Stage } from './stage.tsx';
import { TileGrid } from './tile-grid.tsx';

export function CallView({ room, link }: InvitationProps) {
  const participants = room.participants.value;
  const sharing = participants.filter(({ screen }) => screen !== null);
  const shape = shapeOf(participants.length, sharing.length);
  const self = <SelfTile key="self" media={room.media} name={room.name.value} />;
  const others = participants.map((participant) => (
    <ParticipantTile key={participant.id} participant={participant} />
  ));
  return (
    <div class={`call-view call-view--${shape}`}>
      {shape === 'staged' && <Stage participants={sharing} />}
      <TileGrid
        isStrip={shape === 'staged'}
        tiles={shape === 'together' ? others : [...others, self]}
      />
      {shape === 'together' && <div class="call-view__self">{self}</div>}
      {shape === 'alone' && <InviteCard room={room} link={link} />}
    </div>
  );
}

function shapeOf(participants: number, screens: number): 'alone' | 'staged' | 'together' {
  if (participants === 0) return 'alone';
  return screens > 0 ? 'staged' : 'together';
}
