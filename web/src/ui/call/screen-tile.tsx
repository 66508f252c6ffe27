// The screen somebody shares: whole, never cropped.
import { ScreenShare } from 'lucide';
import type { LayoutModel } from '../../state/layout-model.ts';
import type { Participant } from '../../state/participant.ts';
import type { SightModel } from '../../state/sight-model.ts';
import { Icon } from '../parts/icon.tsx';
import { nameInSentence } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import { screenOf } from './arrange.ts';
import type { Frame } from './frame.ts';
import { LinkLabel } from './link-label.tsx';
import { PinButton } from './pin-button.tsx';
import './screen-tile.css';
import { SeenVideo } from './seen-video.tsx';

export interface ScreenTileProps {
  readonly participant: Participant;
  readonly track: MediaStreamTrack;
  readonly layout: LayoutModel;
  readonly sight: SightModel;
  readonly frame: Frame;
}

export function ScreenTile({ participant, track, layout, sight, frame }: ScreenTileProps) {
  const { id, name, link } = participant;
  const label = callText().screenOf(nameInSentence(name) || text.guest);
  const picture = screenOf(id);
  const togglePin = () => layout.togglePin(picture);
  return (
    <figure
      class={`screen-tile screen-tile--${link} ${frame.class}`}
      style={frame.style}
      aria-label={label}
      tabIndex={-1}
      onDblClick={togglePin}
    >
      <Icon icon={ScreenShare} />
      <SeenVideo {...{ sight, picture, track }} fit="contain" />
      <LinkLabel link={link} />
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
