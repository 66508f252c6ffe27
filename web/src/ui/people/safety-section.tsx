// Eight signs that everyone has alike, unless somebody is in between.
import { ShieldCheck } from 'lucide';
import type { SafetyModel } from '../../state/safety-model.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { callText } from '../text/call.ts';
import './safety-section.css';
import { Section } from './section.tsx';
import { signs } from './signs.ts';

export interface SafetySectionProps {
  readonly safety: SafetyModel;
  readonly isSealed: boolean;
}

export function SafetySection({ safety, isSealed }: SafetySectionProps) {
  const code = safety.code.value;
  return (
    <Section heading={callText().safety.heading}>
      {code ? (
        <>
          <ol class="safety-code" aria-label={callText().safety.heading}>
            {code.map((number, index) => (
              <SafetySign key={index} number={number} />
            ))}
          </ol>
          <p class="people-panel__note">{callText().safety.howTo}</p>
          {isSealed && <p class="people-panel__note">{callText().safety.sealed}</p>}
          <Comparison safety={safety} />
        </>
      ) : (
        <p class="people-panel__note">{callText().safety.none}</p>
      )}
    </Section>
  );
}

function SafetySign({ number }: { number: number }) {
  const sign = signs[number];
  if (!sign) throw new Error('six bits name one of 64 signs');
  return (
    <li class="safety-code__sign">
      <span class="safety-code__picture" aria-hidden="true">
        {sign}
      </span>
      {callText().signNames[sign]}
    </li>
  );
}

/** Whether the people have compared it, and the button to say so. */
function Comparison({ safety }: { safety: SafetyModel }) {
  const isVerified = safety.isVerified.value;
  const isStale = !isVerified && safety.verified.value.size > 0;
  return (
    <div class="safety-comparison" role="status">
      {isVerified ? (
        <p class="safety-comparison__verified">
          <Icon icon={ShieldCheck} />
          {callText().safety.verified}
        </p>
      ) : (
        <>
          {isStale && <p>{callText().safety.stale}</p>}
          <Button kind="quiet" label={callText().safety.match} onClick={safety.verify} />
        </>
      )}
    </div>
  );
}
