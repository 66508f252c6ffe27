// A field that takes a code or a whole pasted link.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { text } from '../text/index.ts';
import './open-link.css';

/** `openLink` says whether there was a code in the text. */
export function OpenLink({ openLink }: { openLink: (text: string) => boolean }) {
  const written = useSignal('');
  const isRefused = useSignal(false);
  const problemId = useId();

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    isRefused.value = !openLink(written.value.trim());
  }

  return (
    <form class="open-link" onSubmit={submit}>
      <div class="open-link__row">
        <Field
          label={text.home.codeOrLink}
          value={written.value}
          placeholder="xxxx-xxxx-xxxx"
          problemId={isRefused.value ? problemId : undefined}
          onInput={(next) => {
            written.value = next;
            isRefused.value = false;
          }}
        />
        <Button kind="quiet" label={text.home.join} isDisabled={written.value.trim() === ''} />
      </div>
      <p id={problemId} class="open-link__problem" role="status">
        {isRefused.value && text.home.noCode}
      </p>
    </form>
  );
}
