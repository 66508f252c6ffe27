// Everyone in the call, and what they share. All pictures are children of one element and only change places, so that
// none of them stops when another becomes large.
import type { Participant } from '../../state/participant.ts';
import type { RoomModel } from '../../state/room-model.ts';
import type { ViewModel } from '../../state/view-model.ts';
import { useElementSize } from '../hooks/use-element-size.ts';
import { type ShownId, arrange, faceOf, screenOf } from './arrange.ts';
import './call-view.css';
import { frameOf } from './frame.ts';
import { InviteCard } from './invite-card.tsx';
import { ParticipantTile } from './participant-tile.tsx';
import './picture.css';
import { type Placement, type Size, place } from './place.ts';
import { ScreenTile } from './screen-tile.tsx';
import { SelfTile } from './self-tile.tsx';

export interface CallViewProps {
  readonly room: RoomModel;
  readonly view: ViewModel;
  readonly link: string;
}

export function CallView({ room, view, link }: CallViewProps) {
  const { ref, size } = useElementSize();
  const participants = view.pictured.value;
  const arrangement = arrange(sceneOf(participants, view));
  const corner = view.layout.corner.value;
  const placement = place(arrangement, { ...size.value, corner });
  const shape = participants.length === 0 ? 'alone' : 'together';
  const floating = arrangement.floatsSelf ? `call-view--self-${corner}` : '';
  return (
    <div class={`call-view call-view--${shape} ${floating}`}>
      <div
        ref={ref}
        class={`pictures ${size.value.width === 0 ? 'pictures--unmeasured' : ''}`}
        style={{
          '--content-width': `${placement.size.width}px`,
          '--content-height': `${placement.size.height}px`,
        }}
      >
        <Pictures room={room} view={view} placement={placement} size={size.value} />
      </div>
      {shape === 'alone' && <InviteCard room={room} link={link} />}
    </div>
  );
}

interface PicturesProps extends Omit<CallViewProps, 'link'> {
  readonly placement: Placement;
  readonly size: Size;
}

/** Screens first, oneself last; the order does not change with the places, or the focus would be lost with them. */
function Pictures({ room, view, placement, size }: PicturesProps) {
  const { layout, voices, sight, connection } = view;
  const participants = view.pictured.value;
  const speaking = voices.speaking.value;
  const self = placement.places.get('self');
  const canPin = placement.places.size > (self ? 2 : 1);
  return (
    <>
      {participants.map((participant) => (
        <Screen key={participant.id} {...{ participant, layout, sight, placement }} />
      ))}
      {participants.map((participant) => {
        const at = placement.places.get(faceOf(participant.id));
        const isSpeaking = speaking.has(participant.id);
        const props = { participant, isSpeaking, layout, sight, connection, canPin };
        return at && <ParticipantTile key={participant.id} {...props} frame={frameOf(at)} />;
      })}
      {self && (
        <SelfTile
          room={room}
          isSpeaking={speaking.has('self')}
          layout={layout}
          connection={connection}
          frame={frameOf(self)}
          place={self}
          view={size}
        />
      )}
    </>
  );
}

interface ScreenProps extends Pick<ViewModel, 'layout' | 'sight'> {
  readonly participant: Participant;
  readonly placement: Placement;
}

function Screen({ participant, layout, sight, placement }: ScreenProps) {
  const at = placement.places.get(screenOf(participant.id) satisfies ShownId);
  if (!participant.screen || !at) return null;
  return (
    <ScreenTile
      {...{ participant, layout, sight }}
      track={participant.screen}
      frame={frameOf(at)}
    />
  );
}

function sceneOf(participants: readonly Participant[], { layout, voices }: ViewModel) {
  return {
    people: participants.map(({ id }) => id),
    screens: participants.filter(({ screen }) => screen !== null).map(({ id }) => id),
    pins: layout.pins.value,
    mode: layout.mode.value,
    speaker: voices.active.value,
    hidesSelf: layout.hidesSelf.value,
  };
}
