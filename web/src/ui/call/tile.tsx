// One person: a picture or initials, a name, and what one should know about the connection.
import { MicOff } from 'lucide';
import type { ComponentChild } from 'preact';
import type { Link } from '../../engine/peer/peer-state.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { tint } from '../parts/tint.ts';
import { text } from '../text/index.ts';
import './tile.css';

export interface TileProps {
  readonly label: string;
  readonly name: string;
  /** Names the person for good, for the colour. */
  readonly seed: string;
  readonly isMuted: boolean;
  readonly link: Link;
  /** The picture; nothing while there is none. */
  readonly children?: ComponentChild;
}

export function Tile({ label, name, seed, isMuted, link, children }: TileProps) {
  return (
    <article class={`tile tile--${link} ${tint(seed)}`} aria-label={label}>
      <Avatar name={name} seed={seed} />
      {children}
      {link !== 'connected' && <p class="tile__link">{text.call[link]}</p>}
      <p class="tile__label">
        <span class="tile__name">{label}</span>
        {isMuted && (
          <>
            <Icon icon={MicOff} />
            <span class="visually-hidden">{text.call.muted}</span>
          </>
        )}
      </p>
    </article>
  );
}
