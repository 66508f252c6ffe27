// That somebody may be between two people. It can be made small, but it does not go away.
import { useSignal } from '@preact/signals';
import { ChevronUp, ShieldAlert } from 'lucide';
import type { Alarmed } from '../../state/safety-model.ts';
import { Icon } from '../parts/icon.tsx';
import { nameInSentence } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import './alarm-notice.css';

export function AlarmNotice({ alarmed }: { alarmed: Alarmed }) {
  const isSmall = useSignal(false);
  const name = nameInSentence(alarmed.name) || text.guest;
  return (
    <div class={`alarm-notice ${isSmall.value ? 'alarm-notice--small' : ''}`} role="alert">
      <Icon icon={ShieldAlert} />
      {!isSmall.value && <p>{callText().alarms[alarmed.alarm].about(name)}</p>}
      <button
        type="button"
        class="alarm-notice__toggle"
        aria-expanded={!isSmall.value}
        aria-label={isSmall.value ? undefined : callText().minimise}
        onClick={() => (isSmall.value = !isSmall.peek())}
      >
        {isSmall.value ? callText().warningAbout(name) : <Icon icon={ChevronUp} />}
      </button>
    </div>
  );
}
