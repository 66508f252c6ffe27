// Tells a screen reader who comes, who goes, who is muted and who would like to speak.
import type { Happening } from '../../state/happenings.ts';
import type { NewsModel } from '../../state/news-model.ts';
import { callText } from '../text/call.ts';
import { sentenceOf } from './sentence-of.ts';

export function Announcer({ news }: { news: NewsModel }) {
  return (
    <p class="visually-hidden" role="status">
      {spoken(news.latest.value)}
    </p>
  );
}

/** Several at once are several sentences. */
function spoken(happenings: readonly Happening[]): string {
  return happenings
    .flatMap((each) => ('name' in each ? [callText().view.spoken(sentenceOf(each))] : []))
    .join(' ');
}
