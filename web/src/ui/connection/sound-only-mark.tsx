// Says why there are no pictures, once for all of them, and brings them back.
import { Headphones } from 'lucide';
import type { RoomModel } from '../../state/room-model.ts';
import { useBequeathedFocus } from '../hooks/use-bequeathed-focus.ts';
import { Icon } from '../parts/icon.tsx';
import { connectionText } from '../text/connection.ts';
import { namesIn } from './names-in.ts';
import './sound-only-mark.css';

export function SoundOnlyMark({ room }: { room: RoomModel }) {
  const text = connectionText();
  const { dataUse } = room.settings;
  // Else nobody would know that there is something to see.
  const sharing = room.participants.value.find(({ screen }) => screen !== null);
  return (
    <p ref={useBequeathedFocus()} class="sound-only-mark">
      <Icon icon={Headphones} />
      {sharing ? text.soundOnlyWhile(namesIn(room)(sharing.id)) : text.soundOnly}
      <button
        type="button"
        class="sound-only-mark__end"
        onClick={() => void dataUse.showPictures()}
      >
        {text.showPictures}
      </button>
    </p>
  );
}
