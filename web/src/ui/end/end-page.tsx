// What one sees when a visit is over: why, and what to do next.
import type { EndReason } from '../../engine/call-state.ts';
import type { AppModel } from '../../state/app-model.ts';
import type { HowItWent } from '../../state/visit.ts';
import { StartCall } from '../home/start-call.tsx';
import { Button } from '../parts/button.tsx';
import { MessagePage } from '../parts/message-page.tsx';
import { text } from '../text/index.ts';

/** What helps most, per reason. The way home is always there. */
const remedies: Record<EndReason, 'rejoin' | 'retry' | 'reload' | 'start' | 'none'> = {
  left: 'rejoin',
  removed: 'none',
  ended: 'start',
  unknownRoom: 'start',
  roomFull: 'retry',
  forbiddenOrigin: 'none',
  insecurePage: 'none',
  unsupportedProtocol: 'reload',
  binaryFrame: 'rejoin',
  frameTooLarge: 'rejoin',
  replaced: 'rejoin',
  flood: 'rejoin',
};

export interface EndPageProps {
  readonly app: AppModel;
  readonly reason: EndReason;
  /** Undefined for whoever was never inside. */
  readonly howItWent: HowItWent | undefined;
}

export function EndPage({ app, reason, howItWent }: EndPageProps) {
  const { heading, sentence } = text.ends[reason];
  const hasLeft = reason === 'left';
  const aside = hasLeft && howItWent ? text.visit(howItWent) : undefined;
  return (
    <MessagePage heading={heading} sentence={sentence} aside={aside}>
      <Remedy app={app} reason={reason} />
      {hasLeft && <StartCall app={app} isQuiet />}
      <Button kind="quiet" label={text.endActions.home} onClick={app.goHome} />
    </MessagePage>
  );
}

function Remedy({ app, reason }: { app: AppModel; reason: EndReason }) {
  const remedy = remedies[reason];
  switch (remedy) {
    case 'rejoin':
    case 'retry':
      return <Button label={text.endActions[remedy]} onClick={app.comeBack} />;
    case 'reload':
      return <Button label={text.endActions.reload} onClick={() => location.reload()} />;
    case 'start':
      return <StartCall app={app} />;
    case 'none':
      return null;
    default:
      return remedy satisfies never;
  }
}
