// The way to the link once others are there.
import { UserPlus } from 'lucide';
import { useId } from 'preact/hooks';
import { RoundButton } from '../parts/round-button.tsx';
import { text } from '../text/index.ts';
import { Invitation, type InvitationProps } from './invitation.tsx';
import './invite-button.css';

export function InviteButton(props: InvitationProps) {
  const id = useId();
  return (
    <>
      <RoundButton label={text.controls.invite} icon={UserPlus} opens={id} />
      <section id={id} class="invite-popover" popover="auto" aria-label={text.invite.heading}>
        <h2 class="invite-popover__heading">{text.invite.heading}</h2>
        <Invitation {...props} />
      </section>
    </>
  );
}
