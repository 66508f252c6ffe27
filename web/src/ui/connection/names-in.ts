// What people of a call are called in a sentence, and what those who gave no name.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { nameInSentence } from '../parts/shown-name.ts';
import { text } from '../text/index.ts';

export function namesIn(
  room: RoomModel,
  nameless: string = text.guest,
): (id: PeerId | 'own') => string {
  return (id) => {
    const participant = room.participants.value.find((each) => each.id === id);
    return nameInSentence(participant?.name ?? '') || nameless;
  };
}
