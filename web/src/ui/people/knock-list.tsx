// Who waits to be let in, for a host to answer.
import type { Resident } from '../../engine/call-state.ts';
import type { HostModel } from '../../state/host-model.ts';
import { useBequeathedFocus } from '../hooks/use-bequeathed-focus.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { shownName } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import './person.css';
import { Section } from './section.tsx';

export function KnockList({ host }: { host: HostModel }) {
  const knocking = host.knocking.value;
  return (
    // There from the start, so that it is read aloud when somebody comes.
    <div class="people-panel__knocking" aria-live="polite">
      {knocking.length > 0 && (
        <Section heading={callText().people.knocking}>
          {host.isFull.value && <p class="people-panel__note">{callText().people.full}</p>}
          <ul class="people-panel__list">
            {knocking.map((resident) => (
              <Knocker key={resident.id} resident={resident} host={host} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function Knocker({ resident, host }: { resident: Resident; host: HostModel }) {
  const { id, profile } = resident;
  const name = profile?.name ?? '';
  return (
    <li ref={useBequeathedFocus()} class="person">
      <Avatar name={name} seed={id} />
      <bdi class="person__who person__name">{shownName(name) || text.guest}</bdi>
      <Button kind="quiet" label={callText().deny} onClick={() => host.deny(id)} />
      <Button
        label={callText().admit}
        isDisabled={host.isFull.value}
        onClick={() => host.admit(id)}
      />
    </li>
  );
}
