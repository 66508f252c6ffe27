// The languages there are, each named in itself, to choose from.
import { type LanguageCode, languageCodes, languageTags } from '../../state/language.ts';
import { chooseLanguage, language, text } from '../text/index.ts';
import './language-choice.css';

const names: Record<LanguageCode, string> = { en: 'English', zh: '简体中文' };

export function LanguageChoice() {
  async function choose(list: HTMLSelectElement): Promise<void> {
    const code = languageCodes.find((each) => each === list.value);
    if (code) await chooseLanguage(code);
    // One that could not be loaded is not spoken, whatever the list shows by then.
    list.value = language.peek();
  }
  return (
    <select
      class="language-choice"
      aria-label={text.language}
      value={language.value}
      onChange={(event) => void choose(event.currentTarget)}
    >
      {languageCodes.map((code) => (
        <option key={code} value={code} lang={languageTags[code]}>
          {names[code]}
        </option>
      ))}
    </select>
  );
}
