// How one's own picture looks, to the others and to oneself.
import type { SettingsModel } from '../../state/settings-model.ts';
import { Switch } from '../parts/switch.tsx';
import { settingsText } from '../text/settings.ts';

export function PictureSettings({ settings }: { settings: SettingsModel }) {
  return (
    <>
      {settings.canBlur.value && (
        <Switch
          {...settingsText().blur}
          isOn={settings.isBlurred.value}
          onChange={(isWanted) => void settings.blur(isWanted)}
        />
      )}
      <Switch
        {...settingsText().mirror}
        isOn={settings.wantsMirror.value}
        onChange={settings.mirror}
      />
    </>
  );
}
