// Everyone in the call, how to be sure that nobody else is, and what a host can do; in the place of the chat.
import type { CallState } from '../../engine/call-state.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { SidePanel } from '../parts/side-panel.tsx';
import { callText } from '../text/call.ts';
import { HostSection } from './host-section.tsx';
import { KnockList } from './knock-list.tsx';
import { OwnRow } from './own-row.tsx';
import './people-panel.css';
import { PersonRow } from './person-row.tsx';
import { SafetySection } from './safety-section.tsx';
import { Section } from './section.tsx';

export interface PeoplePanelProps {
  readonly room: RoomModel;
  readonly state: Extract<CallState, { phase: 'inside' }>;
}

export function PeoplePanel({ room, state }: PeoplePanelProps) {
  const { people, host, safety } = room;
  const isHost = host.isHost.value;
  return (
    <SidePanel
      heading={callText().people.heading}
      close={callText().people.close}
      onClose={people.toggle}
    >
      <div class="people-panel">
        <KnockList host={host} />
        <div class="people-panel__body">
          <Section heading={callText().people.inside}>
            <ul class="people-panel__list">
              <OwnRow room={room} />
              {room.participants.value.map((participant) => (
                <PersonRow
                  key={participant.id}
                  participant={participant}
                  isVerified={safety.verified.value.has(participant.id)}
                  host={isHost ? host : undefined}
                  isReachable={state.isReachable}
                />
              ))}
            </ul>
          </Section>
          <SafetySection safety={safety} isSealed={room.isSealed.value} />
          {isHost && (
            <HostSection host={host} isReachable={state.isReachable} hasRelay={state.hasRelay} />
          )}
        </div>
      </div>
    </SidePanel>
  );
}
