// The people already in the call, as faces without pictures and as a sentence.
import type { Resident } from '../../engine/call-state.ts';
import { Avatar } from '../parts/avatar.tsx';
import { nameInSentence } from '../parts/shown-name.ts';
import { text } from '../text/index.ts';
import './who-is-inside.css';

/** More would say no more than the sentence does. */
const maxAvatars = 4;

export function WhoIsInside({ residents }: { residents: readonly Resident[] }) {
  const names = residents.map(({ profile }) => nameInSentence(profile?.name ?? ''));
  return (
    <div class="who-is-inside">
      {residents.length > 0 && (
        <div class="who-is-inside__avatars">
          {residents.slice(0, maxAvatars).map(({ id, profile }) => (
            <Avatar key={id} name={profile?.name ?? ''} seed={id} />
          ))}
        </div>
      )}
      <p role="status">{names.length > 0 ? text.lobby.people(names) : text.lobby.nobody}</p>
    </div>
  );
}
