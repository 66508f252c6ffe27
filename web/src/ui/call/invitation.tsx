// How to bring others into this call: by its link, and by its code where that is all it takes.
import { formatRoomCode } from '../../../../protocol/ids.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { InviteLink } from '../parts/invite-link.tsx';
import { callText } from '../text/call.ts';
import './invitation.css';

export interface InvitationProps {
  readonly room: RoomModel;
  readonly link: string;
}

export function Invitation({ room, link }: InvitationProps) {
  return (
    <>
      <p class="invitation__sentence">
        {room.isSealed.value ? callText().invite.sealed : callText().invite.open}
      </p>
      {!room.isSealed.value && (
        <p class="invitation__code">
          <span class="visually-hidden">{callText().invite.code}: </span>
          {formatRoomCode(room.link.value.code)}
        </p>
      )}
      <InviteLink link={link} />
    </>
  );
}
