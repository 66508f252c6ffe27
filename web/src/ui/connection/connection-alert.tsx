// One quiet word about what is bad, with what helps. Whoever wants to know more opens the panel.
import { TriangleAlert } from 'lucide';
import type { Verdict } from '../../engine/quality/verdict.ts';
import { isRemedy } from '../../state/help-for.ts';
import type { RoomModel } from '../../state/room-model.ts';
import type { ViewModel } from '../../state/view-model.ts';
import { Notice, type NoticeAction } from '../parts/notice.tsx';
import { connectionText } from '../text/connection.ts';
import { namesIn } from './names-in.ts';
import { ownUse } from './own-use.ts';
import { applyRemedy } from './remedy.ts';
import { toldVerdict } from './told-verdict.ts';

export interface ConnectionAlertProps {
  readonly room: RoomModel;
  readonly view: ViewModel;
  readonly verdict: Verdict;
}

export function ConnectionAlert({ room, view, verdict }: ConnectionAlertProps) {
  const { connection } = view;
  const text = connectionText();
  const { sentence, advice, help } = toldVerdict(verdict, {
    own: ownUse(room),
    text,
    nameOf: namesIn(room),
  });
  const details: NoticeAction = { label: text.details, onClick: connection.open };
  const remedy: NoticeAction[] = isRemedy(help)
    ? [
        {
          label: text.remedies[help],
          onClick: () => {
            connection.noted();
            void applyRemedy(help, room);
          },
        },
      ]
    : [];
  return (
    <Notice
      isWarning
      icon={TriangleAlert}
      // A button says what helps as well as a sentence.
      sentence={remedy.length > 0 ? sentence : text.alert(sentence, advice)}
      actions={[...remedy, details]}
      isDismissible
      onDismiss={connection.noted}
    />
  );
}
