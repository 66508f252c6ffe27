// This person, as in a mirror. Where it lies over others it can be moved: by hand, or with the arrow keys.
import { EyeOff, Move } from 'lucide';
import type { ConnectionModel } from '../../state/connection-model.ts';
import type { Direction, LayoutModel } from '../../state/layout-model.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { useDrag } from '../hooks/use-drag.ts';
import { FlipButton } from '../parts/flip-button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { SelfVideo } from '../parts/self-video.tsx';
import { callText } from '../text/call.ts';
import type { Frame } from './frame.ts';
import { type Place, type Size, nearestCorner } from './place.ts';
import { Tile } from './tile.tsx';

export interface SelfTileProps {
  readonly room: RoomModel;
  readonly isSpeaking: boolean;
  readonly layout: LayoutModel;
  readonly connection: ConnectionModel;
  readonly frame: Frame;
  readonly place: Place;
  /** Of all there is to move it in. */
  readonly view: Size;
}

export function SelfTile(props: SelfTileProps) {
  const { room, isSpeaking, layout, connection, frame, place, view } = props;
  const { media, name, gestures } = room;
  const picture = media.picture.value;
  const isFloating = place.at === 'floating';
  const drag = useDrag(({ x, y }) => {
    const { left, top, width, height } = place;
    layout.moveTo(nearestCorner({ x: left + width / 2 + x, y: top + height / 2 + y }, view));
  });
  return (
    <Tile
      label={callText().you}
      name={name.value}
      seed={room.ownId.value}
      isMuted={!media.isHeard.value}
      isHandRaised={gestures.isHandRaised.value}
      isSpeaking={isSpeaking}
      link="connected"
      trouble={connection.signs.value.get('own')}
      onTrouble={connection.open}
      frame={frame}
      elementRef={isFloating ? drag : undefined}
      tools={
        <>
          {isFloating && <MoveButton layout={layout} />}
          <FlipButton media={media} />
          <RoundButton label={callText().view.hideSelf} icon={EyeOff} onClick={layout.toggleSelf} />
        </>
      }
    >
      {picture && <SelfVideo media={media} track={picture} />}
    </Tile>
  );
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function MoveButton({ layout }: { layout: LayoutModel }) {
  return (
    <RoundButton
      label={callText().view.moveSelf}
      tooltip={callText().view.howToMoveSelf}
      icon={Move}
      onClick={layout.moveOn}
      onKeyDown={(event) => {
        const direction = directions[event.key];
        if (!direction) return;
        event.preventDefault();
        layout.moveTowards(direction);
      }}
    />
  );
}
