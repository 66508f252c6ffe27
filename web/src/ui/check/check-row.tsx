// One thing that is checked: how it is, in a sign and a sentence, with figures or something to see beside it.
import type { ComponentChildren } from 'preact';
import './check-row.css';
import type { Figure } from './figures.ts';
import { ToneIcon } from './tone-icon.tsx';
import type { Tone } from './tone.ts';

export interface CheckRowProps {
  readonly name: string;
  readonly tone: Tone;
  readonly sentence: string;
  /** Whether a change of the sentence is read out. */
  readonly isLive?: boolean;
  readonly figures?: readonly Figure[];
  readonly children?: ComponentChildren;
}

export function CheckRow(props: CheckRowProps) {
  const { name, tone, sentence, isLive = false, figures = [], children } = props;
  return (
    // Focus comes to it when what had it goes.
    <li class="check-row" aria-label={name} tabIndex={-1}>
      <ToneIcon tone={tone} />
      <div class="check-row__words">
        <strong class="check-row__name">{name}</strong>
        <p class="check-row__sentence" role={isLive ? 'status' : undefined}>
          {sentence}
        </p>
        {figures.length > 0 && (
          <dl class="check-row__figures">
            {figures.map((figure) => (
              <div key={figure.name} class="check-row__figure">
                <dt>{figure.name}</dt>
                <dd>{figure.value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {children && <div class="check-row__aside">{children}</div>}
    </li>
  );
}
