// What is wrong with the call, whose it is and what helps, the most serious first; or that all is well.
import { CircleCheck, type IconNode, TriangleAlert, WifiOff } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Verdict } from '../../engine/quality/verdict.ts';
import { type Calm, isSaidBeside } from '../../state/calm.ts';
import { type Remedy, isRemedy } from '../../state/help-for.ts';
import type { RoomModel } from '../../state/room-model.ts';
import { useBequeathedFocus } from '../hooks/use-bequeathed-focus.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { connectionText } from '../text/connection.ts';
import { namesIn } from './names-in.ts';
import { ownUse } from './own-use.ts';
import { applyRemedy } from './remedy.ts';
import { toldCalm } from './told-calm.ts';
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
      {isSaidBeside(calm, verdicts) && <CalmWord calm={calm} room={room} />}
      {verdicts.map((verdict) => {
        const { cause, whose, severity } = verdict;
        const { help, ...told } = toldVerdict(verdict, teller);
        return (
          <Card key={`${cause} ${whose}`} {...told} kind={severity} icon={TriangleAlert}>
            {isRemedy(help) && <RemedyButton remedy={help} room={room} />}
          </Card>
        );
      })}
    </div>
  );
}

const looks = {
  fine: { kind: 'fine', icon: CircleCheck },
  serverless: { kind: 'poor', icon: WifiOff },
  seatless: { kind: 'poor', icon: WifiOff },
  unclear: { kind: 'bad', icon: TriangleAlert },
  cutOff: { kind: 'bad', icon: TriangleAlert },
  silent: { kind: 'bad', icon: TriangleAlert },
} as const;

function CalmWord({ calm, room }: Pick<VerdictListProps, 'calm' | 'room'>) {
  // Who gave no name is counted.
  const nameOf = namesIn(room, '');
  const { sentence, advice } = toldCalm(calm, { text: connectionText(), nameOf });
  if (calm.tag === 'alone' || calm.tag === 'measuring')
    return <p class="verdict__advice">{sentence}</p>;
  return <Card {...looks[calm.tag]} sentence={sentence} advice={advice} />;
}

interface CardProps {
  readonly kind: Verdict['severity'] | 'fine';
  readonly icon: IconNode;
  readonly sentence: string;
  readonly advice: string | undefined;
  readonly children?: ComponentChildren;
}

function Card({ kind, icon, sentence, advice, children }: CardProps) {
  return (
    <div class={`verdict verdict--${kind}`}>
      <Icon icon={icon} />
      <div>
        <p class="verdict__sentence">{sentence}</p>
        <p class="verdict__advice">{advice}</p>
        {children}
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
