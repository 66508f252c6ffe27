// What the dialog of the settings says.
import { lateText } from './late-text.ts';

const late = lateText({
  en: async () => (await import('./en/settings.ts')).settings,
  zh: async () => (await import('./zh/settings.ts')).settings,
});

export const settingsText = late.read;
export const withSettingsText = late.beside;
