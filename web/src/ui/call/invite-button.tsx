// The way to the link once others are there.
import { UserPlus } from 'lucide';
import { useId } from 'preact/hooks';
import { InviteLink } from '../parts/invite-link.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { text } from '../text/index.ts';
import './invite-button.css';

export function InviteButton({ link }: { link: string }) {
  const id = useId();
  return (
    <>
      <RoundButton label={text.controls.invite} icon={UserPlus} opens={id} />
      <section id={id} class="invite-popover" popover="auto" aria-label={text.invite.heading}>
        <h2 class="invite-popover__heading">{text.invite.heading}</h2>
        <p class="invite-popover__sentence">{text.invite.sentence}</p>
        <InviteLink link={link} />
      </section>
    </>
  );
}
