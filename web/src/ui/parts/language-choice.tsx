// The languages there are, each named in itself, to choose from.
import { type LanguageCode, languageCodes, languageTags } from '../../state/language.ts';
import { chooseLanguage, language, text } from '../text/index.ts';
import './language-choice.css';
import { ListField } from './list-field.tsx';

const names: Record<LanguageCode, string> = { en: 'English', zh: '简体中文' };

/** As a field among others, or as quiet text. */
export function LanguageChoice({ isField = false }: { isField?: boolean }) {
  async function choose(list: HTMLSelectElement): Promise<void> {
    const code = languageCodes.find((each) => each === list.value);
    if (code) await chooseLanguage(code);
    // One that could not be loaded is not spoken, whatever the list shows by then.
    list.value = language.peek();
  }
  const list = (
    <select
      class={isField ? 'list-field__list' : 'language-choice'}
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
  return isField ? <ListField>{list}</ListField> : list;
}
