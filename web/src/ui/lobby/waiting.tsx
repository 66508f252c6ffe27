// One has asked to come in, and a host has yet to answer.
import type { RoomModel } from '../../state/room-model.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { nameInSentence } from '../parts/shown-name.ts';
import { text } from '../text/index.ts';
import './waiting.css';

/** The name stands: a host is looking at it. */
export function Waiting({ room }: { room: RoomModel }) {
  const name = room.name.value;
  return (
    <section class="waiting">
      <Avatar name={name} seed={room.ownId.value} />
      <PageHeading class="waiting__heading" title={text.lobby.waitingTitle} />
      <p role="status">{text.lobby.waiting}</p>
      <p class="waiting__name">{text.lobby.waitingAs(nameInSentence(name))}</p>
      <Button kind="quiet" label={text.lobby.stopWaiting} onClick={room.leave} />
    </section>
  );
}
