// Someone else in the call, and, for a host, what to do about them.
import { useSignal } from '@preact/signals';
import { EllipsisVertical } from 'lucide';
import type { HostModel } from '../../state/host-model.ts';
import type { Participant } from '../../state/participant.ts';
import { useBequeathedFocus } from '../hooks/use-bequeathed-focus.ts';
import { RoundButton } from '../parts/round-button.tsx';
import { nameInSentence, shownName } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import { PersonActions } from './person-actions.tsx';
import { Person } from './person.tsx';

export interface PersonRowProps {
  readonly participant: Participant;
  readonly isVerified: boolean;
  /** Undefined unless this person is one. */
  readonly host: HostModel | undefined;
  /** Whether the room is. */
  readonly isReachable: boolean;
}

export function PersonRow({ participant, isVerified, host, isReachable }: PersonRowProps) {
  const { id, name, alarm, link, isMuted, isHandRaised } = participant;
  const isOpen = useSignal(false);
  return (
    <li ref={useBequeathedFocus()} class="person">
      <Person
        name={name}
        seed={id}
        label={shownName(name) || text.guest}
        note={noteOf(participant)}
        isAlarming={alarm !== undefined}
        // Nothing is known of a microphone before the first word over the connection.
        isMuted={isMuted && link !== 'connecting'}
        isHandRaised={isHandRaised}
        isVerified={isVerified}
      />
      {host && (
        <RoundButton
          label={callText().people.optionsFor(nameInSentence(name) || text.guest)}
          icon={EllipsisVertical}
          isExpanded={isOpen.value}
          onClick={() => (isOpen.value = !isOpen.peek())}
        />
      )}
      {host && isOpen.value && (
        <PersonActions participant={participant} host={host} isReachable={isReachable} />
      )}
    </li>
  );
}

function noteOf({ role, alarm, link }: Participant): string {
  const state = alarm ? callText().alarms[alarm].brief : callText().links[link];
  return role === 'host' ? `${callText().people.host} · ${state}` : state;
}
