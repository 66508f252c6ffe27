// Oneself, first in the list.
import type { RoomModel } from '../../state/room-model.ts';
import { text } from '../text/index.ts';
import { Person } from './person.tsx';

export function OwnRow({ room: { media, host, gestures, name } }: { room: RoomModel }) {
  return (
    <li class="person">
      <Person
        name={name.value}
        seed=""
        label={text.call.you}
        note={host.isHost.value ? text.people.host : ''}
        isMuted={!media.isHeard.value}
        isHandRaised={gestures.isHandRaised.value}
      />
    </li>
  );
}
