// Says for as long as an open call lasts that it is one.
import { LockOpen } from 'lucide';
import { Icon } from '../parts/icon.tsx';
import { text } from '../text/index.ts';
import './open-mark.css';

export function OpenMark() {
  return (
    <p class="open-mark" title={text.call.aboutOpen}>
      <Icon icon={LockOpen} />
      {text.call.open}
      <span class="visually-hidden">. {text.call.aboutOpen}</span>
    </p>
  );
}
