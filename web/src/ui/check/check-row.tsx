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
  readonly figures?: readonly Figure[];
  readonly children?: ComponentChildren;
}

export function CheckRow({ name, tone, sentence, figures = [], children }: CheckRowProps) {
  return (
    <li class="check-row" aria-label={name}>
      <ToneIcon tone={tone} />
      <div class="check-row__words">
        <strong class="check-row__name">{name}</strong>
        <p class="check-row__sentence">{sentence}</p>
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
