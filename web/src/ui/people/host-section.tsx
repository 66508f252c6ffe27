// What a host decides for everyone.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { HostModel } from '../../state/host-model.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Confirmation } from '../parts/confirmation.tsx';
import { Switch } from '../parts/switch.tsx';
import { callText } from '../text/call.ts';
import './host-section.css';
import { Section } from './section.tsx';

export interface HostSectionProps {
  readonly host: HostModel;
  readonly isReachable: boolean;
  readonly hasRelay: boolean;
}

const entries = ['open', 'knock', 'closed'] as const;

export function HostSection({ host, isReachable, hasRelay }: HostSectionProps) {
  const { entry, isRelayOnly } = host.policy.value;
  const group = useId();
  const isEnding = useSignal(false);
  return (
    <Section heading={callText().host.heading}>
      {!isReachable && <p class="people-panel__note">{callText().host.unreachable}</p>}
      <fieldset class="host-section" disabled={!isReachable}>
        <fieldset class="host-section">
          <legend class="host-section__legend">{callText().host.entry}</legend>
          {entries.map((each) => (
            <Choice
              key={each}
              label={callText().host.entries[each].label}
              note={callText().host.entries[each].note}
              group={group}
              isChosen={each === entry}
              onChange={() => host.setEntry(each)}
            />
          ))}
        </fieldset>
        {(hasRelay || isRelayOnly) && (
          <Switch
            label={callText().host.hideAddresses}
            note={hasRelay ? callText().host.aboutHiding : callText().host.noRelay}
            isOn={isRelayOnly}
            onChange={host.setRelayOnly}
          />
        )}
        <Button kind="quiet" label={callText().host.end} onClick={() => (isEnding.value = true)} />
      </fieldset>
      {isEnding.value && (
        <Confirmation
          {...callText().host.ending}
          onConfirm={host.end}
          onClose={() => (isEnding.value = false)}
        />
      )}
    </Section>
  );
}
