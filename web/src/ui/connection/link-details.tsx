// The connection to one person: how it goes, and its figures.
import { useSignal } from '@preact/signals';
import type { LinkRecord } from '../../engine/quality/call-record.ts';
import type { Moment } from '../../state/link-history.ts';
import type { Participant } from '../../state/participant.ts';
import { Avatar } from '../parts/avatar.tsx';
import { nameInSentence, shownName } from '../parts/shown-name.ts';
import { connectionText } from '../text/connection.ts';
import { text } from '../text/index.ts';
import { Chart } from './chart.tsx';
import { type Figure, figuresOf } from './figures.ts';
import './link-details.css';

export interface LinkDetailsProps {
  readonly participant: Participant;
  /** Undefined until something has been measured. */
  readonly link: LinkRecord | undefined;
  readonly history: readonly Moment[];
  readonly beginsOpen: boolean;
}

export function LinkDetails({ participant, link, history, beginsOpen }: LinkDetailsProps) {
  // Then it is the person's to open and close.
  const began = useSignal(beginsOpen);
  const { id, name } = participant;
  const words = connectionText();
  const person = nameInSentence(name) || text.guest;
  const figures = link && figuresOf(link, words);
  return (
    <details class="link-details" open={began.peek()}>
      <summary class="link-details__head">
        <Avatar name={name} seed={id} />
        <span class="link-details__who">
          <bdi class="link-details__name">{shownName(name) || text.guest}</bdi>
          <span class="link-details__path">
            {link ? words.paths[link.mine.path] : words.linkStates[participant.link]}
          </span>
        </span>
      </summary>
      {figures && (
        <>
          {/* Of the charts, which only eyes see. */}
          <p class="link-details__span" aria-hidden="true">
            {words.chartSpan}
          </p>
          <FigureList figures={[figures.delay]} history={history} />
          <h4 class="link-details__way">{words.from(person)}</h4>
          <FigureList figures={figures.coming} history={history} />
          <h4 class="link-details__way">{words.to(person)}</h4>
          <FigureList figures={figures.going} history={history} />
        </>
      )}
    </details>
  );
}

interface FigureListProps {
  readonly figures: readonly Figure[];
  readonly history: readonly Moment[];
}

function FigureList({ figures, history }: FigureListProps) {
  return (
    <dl class="link-details__figures">
      {figures.map(({ label, value, series }) => (
        <div key={label} class="link-details__figure">
          <dt>{label}</dt>
          {series && (
            <dd class="link-details__chart" aria-hidden="true">
              <Chart history={history} series={series} />
            </dd>
          )}
          <dd class="link-details__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
