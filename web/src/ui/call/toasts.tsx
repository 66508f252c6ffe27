// What just happened, in a corner, for a few seconds. A screen reader is told by the announcer.
import { Hand, LogIn, LogOut } from 'lucide';
import type { NewsModel, Note } from '../../state/news-model.ts';
import { Icon } from '../parts/icon.tsx';
import { sentenceOf } from './sentence-of.ts';
import './toasts.css';

export function Toasts({ news }: { news: NewsModel }) {
  return (
    <ul class="toasts" aria-hidden="true">
      {news.notes.value.map(({ key, happening }) => (
        <li key={key} class="toasts__toast">
          <Icon icon={iconOf(happening)} />
          <span class="toasts__sentence">{sentenceOf(happening)}</span>
        </li>
      ))}
    </ul>
  );
}

function iconOf({ kind }: Note['happening']) {
  if (kind === 'raised-hand') return Hand;
  return kind === 'left' ? LogOut : LogIn;
}
