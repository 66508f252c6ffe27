// One person: a picture or initials, a name, and what one should know about the connection.
import { MicOff, ShieldAlert } from 'lucide';
import type { ComponentChild } from 'preact';
import type { Alarm, Link } from '../../engine/peer/peer-state.ts';
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
  /** Worse than anything the link could tell. */
  readonly alarm?: Alarm | undefined;
  /** The picture; nothing while there is none. */
  readonly children?: ComponentChild;
}

export function Tile({ label, name, seed, isMuted, link, alarm, children }: TileProps) {
  return (
    <article
      class={`tile tile--${link} ${alarm ? 'tile--alarmed' : ''} ${tint(seed)}`}
      aria-label={label}
    >
      <Avatar name={name} seed={seed} />
      {children}
      {alarm ? (
        <p class="tile__link">
          <Icon icon={ShieldAlert} />
          {text.call.alarms[alarm].brief}
        </p>
      ) : (
        link !== 'connected' && <p class="tile__link">{text.call.links[link]}</p>
      )}
      <p class="tile__label">
        <bdi class="tile__name">{label}</bdi>
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
