// One's name, who is inside, and the button that goes in.
import { maxNameLength } from '../../../../protocol/limits.ts';
import type { CallState } from '../../engine/call-state.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { text } from '../text/index.ts';
import { admissionOf } from './admission.ts';
import './join-form.css';
import { WhoIsInside } from './who-is-inside.tsx';

export interface JoinFormProps {
  readonly room: RoomModel;
  readonly state: Exclude<CallState, { phase: 'inside' | 'ended' }>;
}

export function JoinForm({ room, state }: JoinFormProps) {
  // A phone's keyboard would cover the page.
  const canHover = matchMedia('(hover: hover)').matches;
  const isJoining = state.phase === 'connecting' ? state.isJoining : state.phase === 'joining';
  const { asks, isShut, sentence } = state.phase === 'connecting' ? unknown : admissionOf(state);
  const join = asks ? text.lobby.ask : text.lobby.join;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    room.join();
  }

  return (
    <form class="join-form" onSubmit={submit}>
      <PageHeading class="join-form__title" title={text.lobby.title} isPassive={canHover} />
      {state.phase === 'connecting' ? (
        <Connecting hasServerFailed={state.hasServerFailed} />
      ) : (
        <WhoIsInside residents={state.residents} />
      )}
      <Field
        label={text.lobby.yourName}
        note={text.lobby.optional}
        value={room.name.value}
        takesFocus={canHover}
        maxLength={maxNameLength}
        autocomplete="name"
        onInput={room.setName}
      />
      <Button
        label={isJoining ? text.lobby.joining : join}
        size="large"
        isDisabled={isJoining || isShut}
      />
      <p class="join-form__note" role="status">
        {sentence}
      </p>
    </form>
  );
}

/** Until the room has spoken. */
const unknown = { asks: false, isShut: false, sentence: '' };

function Connecting({ hasServerFailed }: { hasServerFailed: boolean }) {
  return (
    <p class="join-form__connecting" role="status">
      {hasServerFailed ? (
        text.lobby.serverFailed
      ) : (
        <>
          {text.lobby.connecting} <span class="join-form__slow">{text.lobby.slow}</span>
        </>
      )}
    </p>
  );
}
