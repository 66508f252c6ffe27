// The address is no call: it was cut or mistyped.
import type { AppModel } from '../../state/app-model.ts';
import { StartCall } from '../home/start-call.tsx';
import { Button } from '../parts/button.tsx';
import { MessagePage } from '../parts/message-page.tsx';
import { text } from '../text/index.ts';

export function BadLink({ app }: { app: AppModel }) {
  return (
    <MessagePage heading={text.badLink.heading} sentence={text.badLink.sentence}>
      <StartCall app={app} />
      <Button kind="quiet" label={text.endActions.home} onClick={app.goHome} />
    </MessagePage>
  );
}
