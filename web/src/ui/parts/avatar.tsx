// A person without a picture: initials on a background that stays the same for the same person.
import { User } from 'lucide';
import { Icon } from './icon.tsx';
import { initials } from './initials.ts';
import { tint } from './tint.ts';
import './avatar.css';

export interface AvatarProps {
  readonly name: string;
  /** The person's id, so that two without a name still differ; undefined for oneself until there is one. */
  readonly seed: string | undefined;
}

export function Avatar({ name, seed }: AvatarProps) {
  const letters = initials(name);
  return (
    <span class={`avatar ${tint(seed)}`} aria-hidden="true">
      {letters || <Icon icon={User} />}
    </span>
  );
}
