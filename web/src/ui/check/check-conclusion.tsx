// What all of it means, in one sentence, and what helps; what else is wrong below it.
import type { Conclusion } from '../../engine/check/conclusion.ts';
import './check-conclusion.css';
import { ToneIcon } from './tone-icon.tsx';
import { headlineOf } from './headline.ts';

export function CheckConclusion({ conclusion }: { conclusion: Conclusion | undefined }) {
  const { tone, first, beside } = headlineOf(conclusion);
  return (
    <div class="check-conclusion" role="status">
      <ToneIcon tone={tone} />
      <div>
        <p class="check-conclusion__sentence">{first.sentence}</p>
        <p class="check-conclusion__help">{first.help}</p>
        {beside && (
          <p class="check-conclusion__beside">
            <strong>{beside.sentence}</strong> {beside.help}
          </p>
        )}
      </div>
    </div>
  );
}
