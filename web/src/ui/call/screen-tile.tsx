// The screen somebody shares: whole, never cropped.
import type { LayoutModel } from '../../state/layout-model.ts';
import type { Participant } from '../../state/participant.ts';
import { nameInSentence } from '../parts/shown-name.ts';
import { TrackVideo } from '../parts/track-video.tsx';
import { text } from '../text/index.ts';
import { screenOf } from './arrange.ts';
import type { Frame } from './frame.ts';
import { PinButton } from './pin-button.tsx';
import './screen-tile.css';

export interface ScreenTileProps {
  readonly participant: Participant;
  readonly track: MediaStreamTrack;
  readonly layout: LayoutModel;
  readonly frame: Frame;
}

export function ScreenTile({ participant, track, layout, frame }: ScreenTileProps) {
  const { id, name } = participant;
  const label = text.call.screenOf(nameInSentence(name) || text.guest);
  const picture = screenOf(id);
  const togglePin = () => layout.togglePin(picture);
  return (
    <figure
      class={`screen-tile ${frame.class}`}
      style={frame.style}
      aria-label={label}
      tabIndex={-1}
      onDblClick={togglePin}
    >
      <TrackVideo track={track} fit="contain" />
      <figcaption class="tile__label">
        <span class="tile__name">{label}</span>
      </figcaption>
      <div class="tile__tools" onDblClick={(event) => event.stopPropagation()}>
        <PinButton
          label={label}
          isPinned={layout.pins.value.includes(picture)}
          onToggle={togglePin}
        />
      </div>
    </figure>
  );
}
