// Someone else in the call.
import type { Participant } from '../../state/participant.ts';
import { shownName } from '../parts/shown-name.ts';
import { TrackVideo } from '../parts/track-video.tsx';
import { text } from '../text/index.ts';
import { Tile } from './tile.tsx';

export function ParticipantTile({ participant }: { participant: Participant }) {
  const { id, name, link, alarm, camera } = participant;
  return (
    <Tile
      label={shownName(name) || text.guest}
      name={name}
      seed={id}
      // Nothing is known of a microphone before the first word over the connection.
      isMuted={participant.isMuted && link !== 'connecting'}
      link={link}
      alarm={alarm}
    >
      {camera && <TrackVideo track={camera} fit="cover" />}
    </Tile>
  );
}
