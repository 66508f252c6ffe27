// Oneself, first in the list.
import type { RoomModel } from '../../state/room-model.ts';
import { callText } from '../text/call.ts';
import { Person } from './person.tsx';

export function OwnRow({ room: { media, host, gestures, name, ownId } }: { room: RoomModel }) {
  return (
    <li class="person">
      <Person
        name={name.value}
        seed={ownId.value}
        label={callText().you}
        note={host.isHost.value ? callText().people.host : ''}
        isMuted={!media.isHeard.value}
        isHandRaised={gestures.isHandRaised.value}
      />
    </li>
  );
}
