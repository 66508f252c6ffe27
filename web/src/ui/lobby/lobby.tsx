// The door: how one looks and sounds, who is inside, and the way in.
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { Page } from '../parts/page.tsx';
import { heardShortcuts, mediaShortcuts } from '../parts/shortcut.ts';
import { CheckButton } from './check-button.tsx';
import { DevicePickers } from './device-pickers.tsx';
import { DeviceProblems } from './device-problems.tsx';
import { JoinForm, type JoinFormProps } from './join-form.tsx';
import { Settings } from '../settings/settings.tsx';
import './lobby.css';
import { Preview } from './preview.tsx';
import { Privacy } from './privacy.tsx';
import { Waiting } from './waiting.tsx';

export function Lobby({ room, state }: JoinFormProps) {
  const { media } = room;
  return (
    <Page>
      <div ref={useShortcuts(heardShortcuts(mediaShortcuts(media), media))} class="lobby">
        <div class="lobby__look">
          <Preview media={media} name={room.name.value} seed={room.ownId.value} />
          <DeviceProblems media={media} />
        </div>
        <div class="lobby__entry">
          {state.phase === 'waiting' ? (
            <Waiting room={room} />
          ) : (
            <JoinForm room={room} state={state} />
          )}
          <Privacy room={room} hasRelay={'hasRelay' in state ? state.hasRelay : undefined} />
        </div>
        <div class="lobby__pickers">
          <DevicePickers media={media} />
          <CheckButton room={room} />
        </div>
        <Settings media={media} />
      </div>
    </Page>
  );
}
