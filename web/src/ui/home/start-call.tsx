// The button that makes a new call, the pass where one is needed, and why it did not work.
import { useSignal } from '@preact/signals';
import { Video } from 'lucide';
import { useRef } from 'preact/hooks';
import type { AppModel } from '../../state/app-model.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { text } from '../text/index.ts';
import './start-call.css';

export interface StartCallProps {
  readonly app: AppModel;
  readonly size?: 'normal' | 'large';
  /** Beside something that matters more: it is another call that starts. */
  readonly isQuiet?: boolean;
}

export function StartCall({ app, size = 'normal', isQuiet = false }: StartCallProps) {
  const start = app.start.value;
  const pass = app.pass.value;
  const isStarting = start === 'starting';
  const needsPass = useRef(false);
  needsPass.current ||= start === 'barred';
  const triedPass = useSignal('');
  const isWrong = start === 'barred' && pass !== '' && pass === triedPass.value;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    triedPass.value = pass;
    void app.startCall({ isSealed: true });
  }

  return (
    <form class={`start-call ${needsPass.current ? 'start-call--barred' : ''}`} onSubmit={submit}>
      <p
        class={`start-call__problem ${isWrong ? '' : `start-call__problem--${start}`}`}
        role="status"
      >
        {isWrong ? text.start.wrongPass : text.start.problems[start]}
      </p>
      {needsPass.current && (
        <Field label={text.start.pass} value={pass} isSecret onInput={app.setPass} />
      )}
      <Button
        label={isStarting ? text.start.starting : isQuiet ? text.start.another : text.start.ready}
        kind={isQuiet ? 'quiet' : 'primary'}
        icon={Video}
        size={size}
        isDisabled={isStarting}
      />
    </form>
  );
}
