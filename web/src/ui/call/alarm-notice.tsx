// That somebody may be between two people. It can be made small, but it does not go away.
import { useSignal } from '@preact/signals';
import { ChevronUp, ShieldAlert } from 'lucide';
import type { Alarmed } from '../../state/safety-model.ts';
import { Icon } from '../parts/icon.tsx';
import { nameInSentence } from '../parts/shown-name.ts';
import { text } from '../text/index.ts';
import './alarm-notice.css';

export function AlarmNotice({ alarmed }: { alarmed: Alarmed }) {
  const isSmall = useSignal(false);
  const name = nameInSentence(alarmed.name) || text.guest;
  const toggle = () => {
    isSmall.value = !isSmall.peek();
  };
  if (isSmall.value) {
    return (
      <button type="button" class="alarm-notice alarm-notice--small" onClick={toggle}>
        <Icon icon={ShieldAlert} />
        {text.call.warningAbout(name)}
      </button>
    );
  }
  return (
    <div class="alarm-notice" role="alert">
      <Icon icon={ShieldAlert} />
      <p>{text.call.alarms[alarmed.alarm].about(name)}</p>
      <button
        type="button"
        class="notice__dismiss"
        aria-label={text.call.minimise}
        title={text.call.minimise}
        onClick={toggle}
      >
        <Icon icon={ChevronUp} />
      </button>
    </div>
  );
}
