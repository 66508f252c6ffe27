// A page that says one thing and offers what to do next.
import type { ComponentChildren } from 'preact';
import './message-page.css';
import { PageHeading } from './page-heading.tsx';
import { Page } from './page.tsx';

export interface MessagePageProps {
  readonly heading: string;
  readonly sentence: string;
  /** The buttons. */
  readonly children: ComponentChildren;
}

export function MessagePage({ heading, sentence, children }: MessagePageProps) {
  return (
    <Page hasRings>
      <div class="message-page">
        <PageHeading class="message-page__heading" title={heading} />
        <p class="message-page__sentence">{sentence}</p>
        <div class="message-page__actions">{children}</div>
      </div>
    </Page>
  );
}
