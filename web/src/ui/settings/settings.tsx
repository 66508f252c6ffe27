// The dialog about devices, sound and picture, while it is open. Its code comes when there is time for it.
import type { MediaModel } from '../../state/media-model.ts';
import { lazily } from '../parts/lazily.tsx';
import { loadConnectionText } from '../text/connection.ts';

const SettingsDialog = lazily(async () => {
  const [{ SettingsDialog: Dialog }] = await Promise.all([
    import('./settings-dialog.tsx'),
    loadConnectionText(),
  ]);
  return Dialog;
});

export function Settings({ media }: { media: MediaModel }) {
  return media.settings.isOpen.value ? <SettingsDialog media={media} /> : null;
}
