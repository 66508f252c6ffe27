// Over a picture: that whoever it comes from can't be reached, or is not who they seem.
import { ShieldAlert } from 'lucide';
import type { Alarm, Link } from '../../engine/peer/peer-state.ts';
import { Icon } from '../parts/icon.tsx';
import { callText } from '../text/call.ts';

export interface LinkLabelProps {
  readonly link: Link;
  /** Worse than anything the link could tell. */
  readonly alarm?: Alarm | undefined;
}

export function LinkLabel({ link, alarm }: LinkLabelProps) {
  if (alarm)
    return (
      <p class="tile__link">
        <Icon icon={ShieldAlert} />
        {callText().alarms[alarm].brief}
      </p>
    );
  return link === 'connected' ? null : <p class="tile__link">{callText().links[link]}</p>;
}
