// What is done to the voice before it is sent, as far as the browser can, and what the page itself lets be heard.
import type { SettingsModel } from '../../state/settings-model.ts';
import { Switch } from '../parts/switch.tsx';
import { text } from '../text/index.ts';

export function SoundSettings({ settings }: { settings: SettingsModel }) {
  return (
    <>
      {settings.sound.value.map(({ name, isOn }) => (
        <Switch
          key={name}
          {...text.settings.sounds[name]}
          isOn={isOn}
          onChange={(isWanted) => void settings.setSound(name, isWanted)}
        />
      ))}
      <Switch
        {...text.settings.chimes}
        isOn={settings.playsSounds.value}
        onChange={settings.setPlaysSounds}
      />
    </>
  );
}
