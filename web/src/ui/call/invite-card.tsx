// What one sees while nobody else is there: the link that brings them.
import { text } from '../text/index.ts';
import { Invitation, type InvitationProps } from './invitation.tsx';
import './invite-card.css';

export function InviteCard(props: InvitationProps) {
  return (
    <section class="invite-card" aria-label={text.invite.alone}>
      <h2 class="invite-card__heading">{text.invite.alone}</h2>
      <Invitation {...props} />
    </section>
  );
}
