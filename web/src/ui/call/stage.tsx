// The screens people share, whole and as large as there is room.
import type { Participant } from '../../state/participant.ts';
import { nameInSentence } from '../parts/shown-name.ts';
import { TrackVideo } from '../parts/track-video.tsx';
import { text } from '../text/index.ts';
import './stage.css';

export function Stage({ participants }: { participants: readonly Participant[] }) {
  return (
    <div class="stage">
      {participants.map(({ id, name, screen }) => {
        const label = text.call.screenOf(nameInSentence(name) || text.guest);
        return (
          screen && (
            <figure key={id} class="stage__screen" aria-label={label}>
              <TrackVideo track={screen} fit="contain" />
              <figcaption class="stage__label">{label}</figcaption>
            </figure>
          )
        );
      })}
    </div>
  );
}
