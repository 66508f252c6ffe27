// Says for as long as an open call lasts that it is one.
import { LockOpen } from 'lucide';
import { Icon } from '../parts/icon.tsx';
import { text } from '../text/index.ts';
import './open-mark.css';

export function OpenMark() {
  return (
    <p class="open-mark" title={text.lobby.aboutOpen}>
      <Icon icon={LockOpen} />
      {text.lobby.open}
      <span class="visually-hidden">. {text.lobby.aboutOpen}</span>
    </p>
  );
}
