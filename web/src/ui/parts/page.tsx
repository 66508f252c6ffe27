// What every page outside a call has in common: the wordmark and the language above, and room around what it says.
import type { ComponentChildren } from 'preact';
import { LanguageChoice } from './language-choice.tsx';
import './page.css';
import { Wordmark } from './wordmark.tsx';

export interface PageProps {
  /** Rings behind the middle of the page, for a page that has little on it. */
  readonly hasRings?: boolean;
  readonly children: ComponentChildren;
}

export function Page({ hasRings = false, children }: PageProps) {
  return (
    <div class={`page ${hasRings ? 'page--rings' : ''}`}>
      <header class="page__head">
        <Wordmark />
        <LanguageChoice />
      </header>
      <main class="page__main">{children}</main>
    </div>
  );
}
