// What the operator made of this deployment's looks; the build puts it in (web/vite.config.ts), tests have the defaults.
import type { LanguageCode } from '../state/language.ts';

declare global {
  interface ImportMetaEnv {
    readonly APP_NAME?: string;
    readonly APP_LANGUAGE?: LanguageCode;
    readonly APP_HAS_LOGO?: boolean;
  }
}

export const productName = import.meta.env.APP_NAME ?? 'Earshot';

/** Of whoever asks for no language that there is. */
export const fallbackLanguage = import.meta.env.APP_LANGUAGE ?? 'en';

/** Whether /icon.svg is the operator's, and not our mark. */
export const hasOwnLogo = import.meta.env.APP_HAS_LOGO ?? false;
