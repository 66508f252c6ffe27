// Devices, sound, picture, keys and language, over the lobby or the call. All of it takes effect at once.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { MediaModel } from '../../state/media-model.ts';
import { DataUseChoice } from '../connection/data-use-choice.tsx';
import { useModal } from '../hooks/use-modal.ts';
import { CloseButton } from '../parts/close-button.tsx';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { Switch } from '../parts/switch.tsx';
import { connectionText } from '../text/connection.ts';
import { text } from '../text/index.ts';
import { DeviceSettings } from './device-settings.tsx';
import { PictureSettings } from './picture-settings.tsx';
import './settings-dialog.css';
import { SoundSettings } from './sound-settings.tsx';

export function SettingsDialog({ media }: { media: MediaModel }) {
  const { settings } = media;
  const id = useId();
  return (
    <dialog
      ref={useModal()}
      class="settings"
      aria-labelledby={id}
      onClose={settings.close}
      // The keys that do something around it do nothing while it is open.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header class="settings__head">
        <h2 id={id} class="settings__heading">
          {text.settings.heading}
        </h2>
        <CloseButton label={text.settings.close} onClick={settings.close} />
      </header>
      <div class="settings__body">
        <Section heading={text.settings.devices}>
          <DeviceSettings media={media} />
        </Section>
        <Section heading={text.settings.sound}>
          <SoundSettings settings={settings} />
        </Section>
        <Section heading={text.settings.picture}>
          <PictureSettings settings={settings} />
        </Section>
        <Section heading={connectionText().data}>
          <DataUseChoice dataUse={settings.dataUse} />
        </Section>
        <Section heading={text.settings.keyboard}>
          <Switch
            {...text.settings.shortcuts}
            isOn={settings.usesShortcuts.value}
            onChange={settings.setUsesShortcuts}
          />
        </Section>
        <Section heading={text.language}>
          <LanguageChoice />
        </Section>
      </div>
    </dialog>
  );
}

function Section({ heading, children }: { heading: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="settings__section" aria-labelledby={id}>
      <h3 id={id} class="settings__name">
        {heading}
      </h3>
      {children}
    </section>
  );
}
