// That one's screen is shared: what matters about it, and the way to stop.
import { ScreenShare } from 'lucide';
import type { ScreenHint } from '../../engine/media/screen-capture.ts';
import type { MediaModel } from '../../state/media-model.ts';
import { Notice } from '../parts/notice.tsx';
import { callText } from '../text/call.ts';
import './sharing-notice.css';

const hints: readonly ScreenHint[] = ['detail', 'motion'];

export function SharingNotice({ media }: { media: MediaModel }) {
  const { settings } = media;
  return (
    <Notice
      icon={ScreenShare}
      sentence={callText().sharing}
      actions={[{ label: callText().stop, onClick: () => void media.toggleScreen() }]}
      isBrief
    >
      <fieldset class="screen-hints">
        <legend class="visually-hidden">{callText().hint}</legend>
        {hints.map((hint) => (
          <label key={hint} class="screen-hints__hint">
            <input
              type="radio"
              name="screen-hint"
              class="visually-hidden"
              checked={settings.screenHint.value === hint}
              onChange={() => settings.setScreenHint(hint)}
            />
            {callText().hints[hint]}
          </label>
        ))}
      </fieldset>
    </Notice>
  );
}
