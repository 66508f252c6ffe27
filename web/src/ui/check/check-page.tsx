// Devices and connection, checked outside any call.
import { useModel } from '@preact/signals';
import type { AppModel } from '../../state/app-model.ts';
import { PageCheck } from '../../state/page-check.ts';
import { Button } from '../parts/button.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Page } from '../parts/page.tsx';
import { checkText } from '../text/check.ts';
import './check-page.css';
import { CheckPanel } from './check-panel.tsx';

export function CheckPage({ app }: { app: AppModel }) {
  const { check, media } = useModel<PageCheck>(() => new PageCheck(app.checkServices()));
  return (
    <Page>
      <div class="check-page">
        <PageHeading class="check-page__heading" title={checkText().heading} />
        <div class="check-page__card">
          <CheckPanel check={check} media={media} />
        </div>
        <div class="check-page__way">
          <Button kind="bare" label={checkText().home} onClick={app.goHome} />
        </div>
      </div>
    </Page>
  );
}
