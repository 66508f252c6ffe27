// Someone’s face, name and marks, in a row.
import { Hand, MicOff, ShieldCheck } from 'lucide';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { callText } from '../text/call.ts';
import './person.css';

export interface PersonProps {
  readonly name: string;
  /** The person's id, for the colour. */
  readonly seed: string | undefined;
  readonly label: string;
  /** What else there is to know, in a few words. */
  readonly note: string;
  readonly isAlarming?: boolean;
  readonly isMuted: boolean;
  readonly isHandRaised: boolean;
  readonly isVerified?: boolean;
}

export function Person(props: PersonProps) {
  const { name, seed, label, note, isAlarming, isMuted, isHandRaised, isVerified } = props;
  return (
    <>
      <Avatar name={name} seed={seed} />
      <div class="person__who">
        <bdi class="person__name">{label}</bdi>
        <p class={`person__note ${isAlarming ? 'person__note--alarming' : ''}`}>{note}</p>
      </div>
      {isVerified && (
        <span class="person__mark person__mark--verified" title={callText().people.verified}>
          <Icon icon={ShieldCheck} />
          <span class="visually-hidden">{callText().people.verified}</span>
        </span>
      )}
      {isHandRaised && (
        <span class="person__mark person__mark--hand" title={callText().gestures.raised}>
          <Icon icon={Hand} />
          <span class="visually-hidden">{callText().gestures.raised}</span>
        </span>
      )}
      {isMuted && (
        <span class="person__mark" title={callText().muted}>
          <Icon icon={MicOff} />
          <span class="visually-hidden">{callText().muted}</span>
        </span>
      )}
    </>
  );
}
