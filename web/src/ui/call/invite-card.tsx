// What one sees while nobody else is there: the link that brings them.
import { callText } from '../text/call.ts';
import { Invitation, type InvitationProps } from './invitation.tsx';
import './invite-card.css';

export function InviteCard(props: InvitationProps) {
  return (
    <section class="invite-card" aria-label={callText().invite.alone}>
      <h2 class="invite-card__heading">{callText().invite.alone}</h2>
      <Invitation {...props} />
    </section>
  );
}
