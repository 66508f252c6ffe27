// What one sees while nobody else is there: the link that brings them.
import { InviteLink } from '../parts/invite-link.tsx';
import { text } from '../text/index.ts';
import './invite-card.css';

export function InviteCard({ link }: { link: string }) {
  return (
    <section class="invite-card" aria-label={text.invite.alone}>
      <h2 class="invite-card__heading">{text.invite.alone}</h2>
      <p class="invite-card__sentence">{text.invite.sentence}</p>
      <InviteLink link={link} />
    </section>
  );
}
