// What all of it means, in one sentence, and what helps.
import type { Verdict } from '../../engine/check/verdict.ts';
import { checkText } from '../text/check.ts';
import './check-verdict.css';
import { adviceOf } from './sentences.ts';
import { ToneIcon } from './tone-icon.tsx';
import { verdictTone } from './tone.ts';

export function CheckVerdict({ verdict }: { verdict: Verdict | undefined }) {
  const { sentence, help } = verdict
    ? adviceOf(verdict)
    : { sentence: checkText().running, help: '' };
  return (
    <div class="check-verdict" role="status">
      <ToneIcon tone={verdict ? verdictTone(verdict) : 'running'} />
      <div>
        <p class="check-verdict__sentence">{sentence}</p>
        {help && <p class="check-verdict__help">{help}</p>}
      </div>
    </div>
  );
}
