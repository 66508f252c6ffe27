// Devices, sound, picture, keys and language, over the lobby or the call. All of it takes effect at once.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { MediaModel } from '../../state/media-model.ts';
import { DataUseChoice } from '../connection/data-use-choice.tsx';
import { CardDialog } from '../parts/card-dialog.tsx';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { Switch } from '../parts/switch.tsx';
import { connectionText } from '../text/connection.ts';
import { text } from '../text/index.ts';
import { settingsText } from '../text/settings.ts';
import { DeviceSettings } from './device-settings.tsx';
import { PictureSettings } from './picture-settings.tsx';
import './settings-dialog.css';
import { SoundSettings } from './sound-settings.tsx';

export function SettingsDialog({ media }: { media: MediaModel }) {
  const { settings } = media;
  return (
    <CardDialog
      class="settings"
      heading={text.settings}
      close={settingsText().close}
      onClose={settings.close}
    >
      <Section heading={settingsText().devices}>
        <DeviceSettings media={media} />
      </Section>
      <Section heading={settingsText().sound}>
        <SoundSettings settings={settings} />
      </Section>
      <Section heading={settingsText().picture}>
        <PictureSettings settings={settings} />
      </Section>
      <Section heading={connectionText().data}>
        <DataUseChoice dataUse={settings.dataUse} />
      </Section>
      <Section heading={settingsText().keyboard}>
        <Switch
          {...settingsText().shortcuts}
          isOn={settings.usesShortcuts.value}
          onChange={settings.setUsesShortcuts}
        />
      </Section>
      <Section heading={text.language}>
        <LanguageChoice isField />
      </Section>
    </CardDialog>
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
