// How much of the network the call may take.
import { useId } from 'preact/hooks';
import type { DataUseModel } from '../../state/data-use-model.ts';
import { Choice } from '../parts/choice.tsx';
import { connectionText } from '../text/connection.ts';

const dataUses = ['full', 'saver', 'audio-only'] as const;

export function DataUseChoice({ dataUse }: { dataUse: DataUseModel }) {
  const group = useId();
  const text = connectionText();
  return (
    <div class="data-use-choice" role="radiogroup" aria-label={text.data}>
      {dataUses.map((each) => (
        <Choice
          key={each}
          {...text.dataUses[each]}
          group={group}
          isChosen={dataUse.chosen.value === each}
          onChange={() => void dataUse.choose(each)}
        />
      ))}
    </div>
  );
}
