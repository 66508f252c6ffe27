// The panel about the connections while it is open, and what is said of them beside it. The code of all that comes when
// there is time for it.
import type { RoomModel } from '../../state/room-model.ts';
import type { ViewModel } from '../../state/view-model.ts';
import { lazily } from '../parts/lazily.tsx';
import { withConnectionText } from '../text/connection.ts';

const ConnectionPanel = lazily(
  async () => (await withConnectionText(import('./connection-panel.tsx'))).ConnectionPanel,
);
const ConnectionAlert = lazily(
  async () => (await withConnectionText(import('./connection-alert.tsx'))).ConnectionAlert,
);
const SoundOnlyMark = lazily(
  async () => (await withConnectionText(import('./sound-only-mark.tsx'))).SoundOnlyMark,
);

export interface ConnectionProps {
  readonly room: RoomModel;
  readonly view: ViewModel;
}

export function Connection({ room, view }: ConnectionProps) {
  return view.connection.isOpen.value ? <ConnectionPanel room={room} view={view} /> : null;
}

/** Among the other notices. */
export function ConnectionNotices({ room, view }: ConnectionProps) {
  const { dataUse } = room.settings;
  const alert = view.connection.alert.value;
  return (
    <>
      {dataUse.chosen.value === 'audio-only' && <SoundOnlyMark room={room} />}
      {alert && (
        <ConnectionAlert
          key={`${alert.cause} ${alert.whose}`}
          room={room}
          view={view}
          verdict={alert}
        />
      )}
    </>
  );
}
