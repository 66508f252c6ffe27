// What is wrong with the call, whose it is and what helps, the most serious first; or that all is well.
import { CircleCheck, TriangleAlert } from 'lucide';
import type { Verdict } from '../../engine/quality/verdict.ts';
import type { Calm } from '../../state/calm.ts';
import { type Remedy, isRemedy } from '../../state/help-for.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { useBequeathedFocus } from '../hooks/use-bequeathed-focus.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { connectionText } from '../text/connection.ts';
import { namesIn } from './names-in.ts';
import { ownUse } from './own-use.ts';
import { applyRemedy } from './remedy.ts';
import { toldVerdict } from './told-verdict.ts';
import './verdict-list.css';

export interface VerdictListProps {
  readonly verdicts: readonly Verdict[];
  readonly calm: Calm;
  readonly room: RoomModel;
}

export function VerdictList({ verdicts, calm, room }: VerdictListProps) {
  const text = connectionText();
  const teller = { own: ownUse(room), text, nameOf: namesIn(room) };
  return (
    <div class="verdict-list" role="status">
      {verdicts.map((verdict) => {
        const { cause, whose, severity } = verdict;
        const told = toldVerdict(verdict, teller);
        return <VerdictCard key={`${cause} ${whose}`} {...told} severity={severity} room={room} />;
      })}
      {verdicts.length === 0 && <CalmWord calm={calm} />}
    </div>
  );
}

function CalmWord({ calm }: Pick<VerdictListProps, 'calm'>) {
  const text = connectionText();
  if (calm !== 'fine') return <p class="verdict__advice">{text[calm]}</p>;
  return (
    <div class="verdict verdict--fine">
      <Icon icon={CircleCheck} />
      <div>
        <p class="verdict__sentence">{text.fine}</p>
        <p class="verdict__advice">{text.checked}</p>
      </div>
    </div>
  );
}

interface VerdictCardProps extends ReturnType<typeof toldVerdict> {
  readonly severity: Verdict['severity'];
  readonly room: RoomModel;
}

function VerdictCard({ sentence, advice, help, severity, room }: VerdictCardProps) {
  return (
    <div class={`verdict verdict--${severity}`}>
      <Icon icon={TriangleAlert} />
      <div>
        <p class="verdict__sentence">{sentence}</p>
        <p class="verdict__advice">{advice}</p>
        {isRemedy(help) && <RemedyButton remedy={help} room={room} />}
      </div>
    </div>
  );
}

/** Having done what it says it goes, or says what else helps. */
function RemedyButton({ remedy, room }: { remedy: Remedy; room: RoomModel }) {
  return (
    <div ref={useBequeathedFocus()}>
      <Button
        kind="quiet"
        label={connectionText().remedies[remedy]}
        onClick={() => void applyRemedy(remedy, room)}
      />
    </div>
  );
}
