// What all of it means, in one sentence, and what helps.
import type { Conclusion } from '../../engine/check/conclusion.ts';
import { checkText } from '../text/check.ts';
import './check-conclusion.css';
import { adviceOf } from './sentences.ts';
import { ToneIcon } from './tone-icon.tsx';
import { conclusionTone } from './tone.ts';

export function CheckConclusion({ conclusion }: { conclusion: Conclusion | undefined }) {
  const { sentence, help } = conclusion
    ? adviceOf(conclusion)
    : { sentence: checkText().running, help: '' };
  return (
    <div class="check-conclusion" role="status">
      <ToneIcon tone={conclusion ? conclusionTone(conclusion) : 'running'} />
      <div>
        <p class="check-conclusion__sentence">{sentence}</p>
        {help && <p class="check-conclusion__help">{help}</p>}
      </div>
    </div>
  );
}
