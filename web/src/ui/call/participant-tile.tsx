// Someone else in the call.
import type { ConnectionModel } from '../../state/connection-model.ts';
import type { LayoutModel } from '../../state/layout-model.ts';
import type { Participant } from '../../state/participant.ts';
import type { SightModel } from '../../state/sight-model.ts';
import { shownName } from '../parts/shown-name.ts';
import { text } from '../text/index.ts';
import { faceOf } from './arrange.ts';
import type { Frame } from './frame.ts';
import { PinButton } from './pin-button.tsx';
import { SeenVideo } from './seen-video.tsx';
import { Tile } from './tile.tsx';

export interface ParticipantTileProps {
  readonly participant: Participant;
  readonly isSpeaking: boolean;
  readonly layout: LayoutModel;
  readonly sight: SightModel;
  readonly connection: ConnectionModel;
  /** The only picture there is is large anyway. */
  readonly canPin: boolean;
  readonly frame: Frame;
}

export function ParticipantTile(props: ParticipantTileProps) {
  const { participant, isSpeaking, layout, sight, connection, canPin, frame } = props;
  const { id, name, link, alarm, camera } = participant;
  const label = shownName(name) || text.guest;
  const picture = faceOf(id);
  const togglePin = () => layout.togglePin(picture);
  return (
    <Tile
      label={label}
      name={name}
      seed={id}
      // Nothing is known of a microphone before the first word over the connection.
      isMuted={participant.isMuted && link !== 'connecting'}
      isHandRaised={participant.isHandRaised}
      isSpeaking={isSpeaking}
      link={link}
      alarm={alarm}
      trouble={connection.signs.value.get(id)}
      onTrouble={connection.open}
      frame={frame}
      onDblClick={canPin ? togglePin : undefined}
      tools={
        canPin && (
          <PinButton
            label={label}
            isPinned={layout.pins.value.includes(picture)}
            onToggle={togglePin}
          />
        )
      }
    >
      <SeenVideo {...{ sight, picture }} track={camera} fit="cover" />
    </Tile>
  );
}
