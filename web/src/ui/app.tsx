// The whole screen: the page the person is on.
import type { AppModel, Page } from '../state/app-model.ts';
import './tokens.css';
import './base.css';
import { BadLink } from './end/bad-link.tsx';
import { Home } from './home/home.tsx';
import { useDocumentTitle } from './hooks/use-document-title.ts';
import { lazily } from './parts/lazily.tsx';
import { Room } from './room.tsx';
import { withCheckText } from './text/check.ts';
import { text } from './text/index.ts';

const CheckPage = lazily(
  async () => (await withCheckText(import('./check/check-page.tsx'))).CheckPage,
);

export function App({ app }: { app: AppModel }) {
  const page = app.page.value;
  useDocumentTitle(text.title(pageTitle(page)));
  switch (page.at) {
    case 'home':
      return <Home app={app} />;
    case 'check':
      return <CheckPage app={app} />;
    case 'bad-link':
      return <BadLink app={app} />;
    case 'room':
      // Another visit is another page: nothing of the last one may stay in its components.
      return <Room key={page.room} app={app} room={page.room} link={page.link} />;
    default:
      return page satisfies never;
  }
}

function pageTitle(page: Page): string {
  switch (page.at) {
    case 'home':
      return '';
    case 'check':
      return text.check;
    case 'bad-link':
      return text.badLink.heading;
    case 'room': {
      const state = page.room.state.value;
      if (state.phase === 'ended') return text.ends[state.reason].heading;
      return state.phase === 'inside' ? text.call : text.lobby.title;
    }
    default:
      return page satisfies never;
  }
}
