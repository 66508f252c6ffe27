// One visit to one room, from the lobby to its end.
import type { AppModel } from '../state/app-model.ts';
import type { RoomModel } from '../state/room-model.ts';
import { EndPage } from './end/end-page.tsx';
import { Lobby } from './lobby/lobby.tsx';
import { lazily } from './parts/lazily.tsx';
import { withCallText } from './text/call.ts';

const Call = lazily(async () => (await withCallText(import('./call/call.tsx'))).Call);

export interface RoomProps {
  readonly app: AppModel;
  readonly room: RoomModel;
  /** The address others come in by. */
  readonly link: string;
}

export function Room({ app, room, link }: RoomProps) {
  const state = room.state.value;
  switch (state.phase) {
    case 'connecting':
    case 'lobby':
    case 'joining':
    case 'waiting':
      return <Lobby room={room} state={state} />;
    case 'inside':
      return <Call room={room} state={state} link={link} />;
    case 'ended':
      return <EndPage app={app} reason={state.reason} howItWent={room.howItWent.value} />;
    default:
      return state satisfies never;
  }
}
