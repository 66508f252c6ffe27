// Why the call is as it is: what is wrong and what helps, how each connection goes, and a report to hand on.
import { useId } from 'preact/hooks';
import { isSaidBeside } from '../../state/calm.ts';
import type { RoomModel } from '../../state/room-model.ts';
import type { ViewModel } from '../../state/view-model.ts';
import { SidePanel } from '../parts/side-panel.tsx';
import { connectionText } from '../text/connection.ts';
import './connection-panel.css';
import { CopyReport } from './copy-report.tsx';
import { DataUseChoice } from './data-use-choice.tsx';
import { LinkDetails } from './link-details.tsx';
import { ownUse } from './own-use.ts';
import { reportOf } from './report.ts';
import { toldCalm } from './told-calm.ts';
import { toldVerdict } from './told-verdict.ts';
import { VerdictList } from './verdict-list.tsx';

export interface ConnectionPanelProps {
  readonly room: RoomModel;
  readonly view: ViewModel;
}

export function ConnectionPanel({ room, view }: ConnectionPanelProps) {
  const { connection } = view;
  const words = connectionText();
  return (
    <SidePanel heading={words.heading} close={words.close} onClose={connection.toggle}>
      <div class="connection-panel__body">
        <Verdicts room={room} view={view} />
        <Links room={room} view={view} />
        <DataUse room={room} />
        <section class="connection-panel__section">
          <CopyReport write={() => write({ room, view })} />
        </section>
      </div>
    </SidePanel>
  );
}

function Verdicts({ room, view }: ConnectionPanelProps) {
  return (
    <section class="connection-panel__section">
      <VerdictList
        verdicts={view.connection.record.value.verdicts}
        calm={view.connection.calm.value}
        room={room}
      />
    </section>
  );
}

function Links({ room, view: { connection } }: ConnectionPanelProps) {
  const id = useId();
  const participants = room.participants.value;
  const { links } = connection.record.value;
  if (participants.length === 0) return null;
  return (
    <section class="connection-panel__section" aria-labelledby={id}>
      <h3 id={id} class="connection-panel__title">
        {connectionText().links}
      </h3>
      {participants.map((participant) => (
        <LinkDetails
          key={participant.id}
          participant={participant}
          link={links.find((link) => link.id === participant.id)}
          history={connection.history.value.get(participant.id) ?? []}
          // Of one all is shown at once; those of more would push all else out of sight.
          beginsOpen={participants.length === 1}
        />
      ))}
    </section>
  );
}

function DataUse({ room }: Pick<ConnectionPanelProps, 'room'>) {
  return (
    <section class="connection-panel__section">
      <h3 class="connection-panel__title">{connectionText().data}</h3>
      <DataUseChoice dataUse={room.settings.dataUse} />
    </section>
  );
}

function write({ room, view: { connection } }: ConnectionPanelProps): string {
  const text = connectionText();
  const record = connection.record.value;
  const calm = connection.calm.value;
  return reportOf({
    record,
    calm: isSaidBeside(calm, record.verdicts)
      ? // It names nobody.
        toldCalm(calm, { text, nameOf: () => '' })
      : undefined,
    dataUse: room.settings.dataUse.chosen.value,
    userAgent: navigator.userAgent,
    atMs: Date.now(),
    text,
    tell: (verdict, nameOf) => toldVerdict(verdict, { own: ownUse(room), text, nameOf }),
  });
}
