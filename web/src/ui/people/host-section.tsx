// What a host decides for everyone.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { HostModel } from '../../state/host-model.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Confirmation } from '../parts/confirmation.tsx';
import { Switch } from '../parts/switch.tsx';
import { text } from '../text/index.ts';
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
    <Section heading={text.host.heading}>
      {!isReachable && <p class="people-panel__note">{text.host.unreachable}</p>}
      <fieldset class="host-section" disabled={!isReachable}>
        <fieldset class="host-section">
          <legend class="host-section__legend">{text.host.entry}</legend>
          {entries.map((each) => (
            <Choice
              key={each}
              label={text.host.entries[each].label}
              note={text.host.entries[each].note}
              group={group}
              isChosen={each === entry}
              onChange={() => host.setEntry(each)}
            />
          ))}
        </fieldset>
        {(hasRelay || isRelayOnly) && (
          <Switch
            label={text.host.hideAddresses}
            note={hasRelay ? text.host.aboutHiding : text.host.noRelay}
            isOn={isRelayOnly}
            onChange={host.setRelayOnly}
          />
        )}
        <Button kind="quiet" label={text.host.end} onClick={() => (isEnding.value = true)} />
      </fieldset>
      {isEnding.value && (
        <Confirmation
          {...text.host.ending}
          onConfirm={host.end}
          onClose={() => (isEnding.value = false)}
        />
      )}
    </Section>
  );
}
