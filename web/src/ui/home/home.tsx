// Where one starts a call, or enters one by its code.
import type { AppModel } from '../../state/app-model.ts';
import { Button } from '../parts/button.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { lazily } from '../parts/lazily.tsx';
import { Page } from '../parts/page.tsx';
import { text } from '../text/index.ts';
import './home.css';
import { OpenLink } from './open-link.tsx';
import { StartCall } from './start-call.tsx';

// Whoever was in a call has had it loaded then: the page hardly ever waits for it.
const RecentCalls = lazily(async () => (await import('./recent-calls.tsx')).RecentCalls);

export function Home({ app }: { app: AppModel }) {
  return (
    <Page hasRings>
      <div class="home">
        <PageHeading class="home__promise" title={text.home.promise} />
        <p class="home__explanation">{text.home.explanation}</p>
        <StartCall app={app} size="large" />
        <p class="home__or">{text.home.or}</p>
        <OpenLink openLink={app.openLink} />
        {app.recent.rooms.value.length > 0 && (
          <RecentCalls recent={app.recent} openLink={app.openLink} />
        )}
        <div class="home__open">
          <Button
            kind="bare"
            label={text.home.startOpen}
            onClick={() => void app.startCall({ isSealed: false })}
          />
          <p>{text.home.aboutOpen}</p>
        </div>
        <a class="button button--bare" href="/check">
          {text.check}
        </a>
      </div>
    </Page>
  );
}
