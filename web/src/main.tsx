// The composition root: the only file that knows the engine, the state and the screen.
import { effect } from '@preact/signals';
import { render } from 'preact';
import { formatRoomCode } from '../../protocol/ids.ts';
import { browserEnvironment } from './engine/environment.ts';
import { AppModel, type Navigation } from './state/app-model.ts';
import { languageTags, pickLanguage } from './state/language.ts';
import { preferenceStore } from './state/preferences.ts';
import { RecentRooms } from './state/recent-rooms.ts';
import { roomMemory } from './state/room-memory.ts';
import { textStore } from './state/text-store.ts';
import { App } from './ui/app.tsx';
import { fallbackLanguage } from './ui/brand.ts';
import { loadEverything } from './ui/parts/lazily.tsx';
import { chosenLanguage, language, speak } from './ui/text/index.ts';

const navigation: Navigation = {
  address: () => location.pathname + location.hash,
  go: (address) => history.pushState(null, '', address),
  replace: (address) => history.replaceState(null, '', address),
  onMove(listener) {
    addEventListener('popstate', listener);
    return () => removeEventListener('popstate', listener);
  },
};

const socketOrigin = location.origin.replace(/^http/, 'ws');
const lasting = textStore(() => localStorage);

const preferences = preferenceStore(
  lasting,
  textStore(() => sessionStorage),
);

const app = new AppModel({
  environment: browserEnvironment(),
  preferences,
  memory: roomMemory(lasting, crypto),
  recent: new RecentRooms(lasting),
  navigation,
  origin: location.origin,
  socketUrl: (code) => `${socketOrigin}/api/rooms/${formatRoomCode(code)}/socket`,
});

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element #app to draw in');
const { language: chosen } = preferences.load();
const asked = navigator.languages;
// Not before the person’s language is there: nothing flashes up in another.
void speak(pickLanguage({ chosen, asked, fallback: fallbackLanguage })).then(() =>
  render(<App app={app} />, root),
);
effect(() => {
  document.documentElement.lang = languageTags[language.value];
});
effect(() => {
  if (chosenLanguage.value) preferences.save({ language: chosenLanguage.value });
});
effect(() => {
  if (app.page.value.at === 'room') void loadEverything();
});
