// What is done to the voice before it is sent, as far as the browser can, and what the page itself lets be heard.
import type { SettingsModel } from '../../state/settings-model.ts';
import { Switch } from '../parts/switch.tsx';
import { settingsText } from '../text/settings.ts';

export function SoundSettings({ settings }: { settings: SettingsModel }) {
  return (
    <>
      {settings.sound.value.map(({ name, isOn }) => (
        <Switch
          key={name}
          {...settingsText().sounds[name]}
          isOn={isOn}
          onChange={(isWanted) => void settings.setSound(name, isWanted)}
        />
      ))}
      <Switch
        {...settingsText().chimes}
        isOn={settings.playsSounds.value}
        onChange={settings.setPlaysSounds}
      />
    </>
  );
}
