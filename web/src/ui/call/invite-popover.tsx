// The way to the link once others are there. It is opened by a button, by a line of the menu, and by a key.
import { callText } from '../text/call.ts';
import { Invitation, type InvitationProps } from './invitation.tsx';
import './invite-popover.css';

/** There is one call on a page. */
export const invitePopoverId = 'invite-popover';

export function InvitePopover(props: InvitationProps) {
  return (
    <section
      id={invitePopoverId}
      class="invite-popover"
      popover="auto"
      aria-label={callText().invite.heading}
    >
      <h2 class="invite-popover__heading">{callText().invite.heading}</h2>
      <Invitation {...props} />
    </section>
  );
}

export function toggleInvitation(): void {
  document.getElementById(invitePopoverId)?.togglePopover();
}
