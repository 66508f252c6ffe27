// A person without a picture: initials on a background that stays the same for the same person.
import { User } from 'lucide';
import { Icon } from './icon.tsx';
import { initials } from './initials.ts';
import { tint } from './tint.ts';
import './avatar.css';

/** `seed` is whatever names the person for good, so that two without a name still differ. */
export function Avatar({ name, seed }: { name: string; seed: string }) {
  const letters = initials(name);
  return (
    <span class={`avatar ${tint(seed)}`} aria-hidden="true">
      {letters || <Icon icon={User} />}
    </span>
  );
}
