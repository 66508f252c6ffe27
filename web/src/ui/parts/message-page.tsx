// A page that says one thing and offers what to do next.
import type { ComponentChildren } from 'preact';
import './message-page.css';
import { PageHeading } from './page-heading.tsx';
import { Page } from './page.tsx';

export interface MessagePageProps {
  readonly heading: string;
  readonly sentence: string;
  /** One more sentence, for whoever cares. */
  readonly aside?: string | undefined;
  /** The buttons. */
  readonly children: ComponentChildren;
}

export function MessagePage({ heading, sentence, aside, children }: MessagePageProps) {
  return (
    <Page hasRings>
      <div class="message-page">
        <PageHeading class="message-page__heading" title={heading} />
        <p class="message-page__sentence">{sentence}</p>
        {aside && <p class="message-page__aside">{aside}</p>}
        <div class="message-page__actions">{children}</div>
      </div>
    </Page>
  );
}
