// How one's own picture looks, to the others and to oneself.
import type { SettingsModel } from '../../state/settings-model.ts';
import { Switch } from '../parts/switch.tsx';
import { text } from '../text/index.ts';

export function PictureSettings({ settings }: { settings: SettingsModel }) {
  return (
    <>
      {settings.canBlur.value && (
        <Switch
          {...text.settings.blur}
          isOn={settings.isBlurred.value}
          onChange={(isWanted) => void settings.blur(isWanted)}
        />
      )}
      <Switch
        {...text.settings.mirror}
        isOn={settings.wantsMirror.value}
        onChange={settings.mirror}
      />
    </>
  );
}
