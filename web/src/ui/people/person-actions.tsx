// What a host can do about one person.
import { useSignal } from '@preact/signals';
import type { HostModel } from '../../state/host-model.ts';
import type { Participant } from '../../state/participant.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Confirmation } from '../parts/confirmation.tsx';
import { nameInSentence } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';

export interface PersonActionsProps {
  readonly participant: Participant;
  readonly host: HostModel;
  /** Whether the room is. */
  readonly isReachable: boolean;
}

export function PersonActions({ participant, host, isReachable }: PersonActionsProps) {
  const { id, name, role, isMuted, isPresent } = participant;
  const asking = useSignal<'removal' | 'hand-over' | undefined>(undefined);
  const shown = nameInSentence(name) || text.guest;
  const canReach = isReachable && isPresent;
  const question = {
    id,
    name: shown,
    host,
    isDisabled: !isReachable,
    onClose: () => (asking.value = undefined),
  };
  return (
    <div class="person__actions" role="group" aria-label={callText().people.optionsFor(shown)}>
      {!isMuted && <AskToMute isPossible={canReach} onAsk={() => host.askToMute(id)} />}
      {role === 'guest' && (
        <>
          <Button
            kind="quiet"
            label={callText().people.makeHost}
            isDisabled={!canReach}
            onClick={() => (asking.value = 'hand-over')}
          />
          <Button
            kind="quiet"
            label={callText().people.remove}
            isDisabled={!isReachable}
            onClick={() => (asking.value = 'removal')}
          />
        </>
      )}
      {asking.value === 'removal' && <Removal {...question} />}
      {asking.value === 'hand-over' && <HandOver {...question} />}
    </div>
  );
}

/** Asked once; whoever speaks again after they were silent may be asked again. */
function AskToMute({ isPossible, onAsk }: { isPossible: boolean; onAsk: () => void }) {
  const isAsked = useSignal(false);
  return (
    <Button
      kind="quiet"
      label={isAsked.value ? callText().people.asked : callText().people.askToMute}
      isDisabled={isAsked.value || !isPossible}
      onClick={() => {
        isAsked.value = true;
        onAsk();
      }}
    />
  );
}

interface QuestionProps {
  readonly id: Participant['id'];
  readonly name: string;
  readonly host: HostModel;
  readonly isDisabled: boolean;
  readonly onClose: () => void;
}

function Removal({ id, name, host, isDisabled, onClose }: QuestionProps) {
  const closes = useSignal(true);
  const { heading, sentence, confirm } = callText().host.removal;
  return (
    <Confirmation
      heading={heading(name)}
      sentence={sentence}
      confirm={confirm}
      isDisabled={isDisabled}
      onConfirm={() => host.remove(id, { closes: closes.peek() })}
      onClose={onClose}
    >
      <Choice
        label={callText().host.removal.closes}
        isChosen={closes.value}
        onChange={(next) => (closes.value = next)}
      />
    </Confirmation>
  );
}

function HandOver({ id, name, host, isDisabled, onClose }: QuestionProps) {
  const { heading, sentence, confirm } = callText().host.handOver;
  return (
    <Confirmation
      heading={heading(name)}
      sentence={sentence(name)}
      confirm={confirm}
      isHarmless
      isDisabled={isDisabled}
      onConfirm={() => host.handOver(id)}
      onClose={onClose}
    />
  );
}
