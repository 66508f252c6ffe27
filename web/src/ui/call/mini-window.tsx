// What stands in the small window on top of others: whoever speaks, oneself, and what one needs at once.
import { PhoneOff } from 'lucide';
import type { RoomModel } from '../../state/room-model.ts';
import type { ViewModel } from '../../state/view-model.ts';
import { Avatar } from '../parts/avatar.tsx';
import { CameraButton } from '../parts/camera-button.tsx';
import { MicrophoneButton } from '../parts/microphone-button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { SelfVideo } from '../parts/self-video.tsx';
import { shownName } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import { faceOf, screenOf } from './arrange.ts';
import './mini-window.css';
import { SeenVideo } from './seen-video.tsx';

export interface MiniWindowProps {
  readonly room: RoomModel;
  readonly view: ViewModel;
}

export function MiniWindow({ room, view }: MiniWindowProps) {
  const { media, leave } = room;
  const picture = media.picture.value;
  return (
    <main class="mini-window">
      <MiniPicture view={view} />
      {picture && !view.layout.hidesSelf.value && (
        <div class="mini-window__self">
          <SelfVideo media={media} track={picture} />
        </div>
      )}
      <div class="mini-window__bar" role="group" aria-label={callText().bar.label}>
        <MicrophoneButton media={media} />
        <CameraButton media={media} />
        <RoundButton label={callText().bar.leave} icon={PhoneOff} tone="danger" onClick={leave} />
      </div>
    </main>
  );
}

function MiniPicture({ view }: Pick<MiniWindowProps, 'view'>) {
  const people = view.pictured.value;
  const sharing = people.find(({ screen }) => screen !== null);
  const shown = sharing ?? people.find(({ id }) => id === view.voices.active.value) ?? people[0];
  if (!shown) return <p class="mini-window__alone">{callText().invite.alone}</p>;
  const { id, name, camera, screen } = shown;
  const { sight } = view;
  return (
    <>
      <Avatar name={name} seed={id} />
      {screen ? (
        <SeenVideo
          key={screenOf(id)}
          sight={sight}
          picture={screenOf(id)}
          track={screen}
          fit="contain"
        />
      ) : (
        <SeenVideo key={faceOf(id)} sight={sight} picture={faceOf(id)} track={camera} fit="cover" />
      )}
      <p class="mini-window__name">
        <bdi>{shownName(name) || text.guest}</bdi>
      </p>
    </>
  );
}
