// The dialog about devices, sound and picture, while it is open. Its code comes when there is time for it.
import type { MediaModel } from '../../state/media-model.ts';
import { lazily } from '../parts/lazily.tsx';
import { withConnectionText } from '../text/connection.ts';
import { withSettingsText } from '../text/settings.ts';

const SettingsDialog = lazily(
  async () =>
    (await withSettingsText(withConnectionText(import('./settings-dialog.tsx')))).SettingsDialog,
);

export function Settings({ media }: { media: MediaModel }) {
  return media.settings.isOpen.value ? <SettingsDialog media={media} /> : null;
}
