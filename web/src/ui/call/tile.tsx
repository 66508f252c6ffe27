// One person: a picture or initials, a name, and what one should know about the connection.
import { Hand, MicOff, Signal } from 'lucide';
import type { ComponentChild, RefCallback } from 'preact';
import type { Alarm, Link } from '../../engine/peer/peer-state.ts';
import type { Verdict } from '../../engine/quality/verdict.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { tint } from '../parts/tint.ts';
import { callText } from '../text/call.ts';
import type { Frame } from './frame.ts';
import { LinkLabel } from './link-label.tsx';
import './tile.css';

export interface TileProps {
  readonly label: string;
  readonly name: string;
  /** The person's id, for the colour. */
  readonly seed: string | undefined;
  readonly isMuted: boolean;
  readonly isHandRaised: boolean;
  readonly isSpeaking: boolean;
  readonly link: Link;
  /** Worse than anything the link could tell. */
  readonly alarm?: Alarm | undefined;
  /** How bad their connection is, if it is. */
  readonly trouble: Verdict['severity'] | undefined;
  /** They want to know more of that. */
  readonly onTrouble: () => void;
  readonly frame: Frame;
  /** Buttons that show with the pointer or the focus. */
  readonly tools: ComponentChild;
  readonly elementRef?: RefCallback<HTMLElement> | undefined;
  readonly onDblClick?: (() => void) | undefined;
  /** The picture; nothing while there is none. */
  readonly children?: ComponentChild;
}

export function Tile(props: TileProps) {
  const { label, name, seed, link, alarm, frame, isSpeaking, children } = props;
  const signs = `${alarm ? 'tile--alarmed' : ''} ${isSpeaking ? 'tile--speaking' : ''}`;
  return (
    <article
      ref={props.elementRef ?? null}
      class={`tile tile--${link} ${signs} ${tint(seed)} ${frame.class}`}
      style={frame.style}
      aria-label={label}
      // For a finger, which can't hover: a tap shows the tools.
      tabIndex={-1}
      onDblClick={props.onDblClick}
    >
      <Avatar name={name} seed={seed} />
      {children}
      {props.isHandRaised && (
        <p class="tile__hand">
          <Icon icon={Hand} />
          <span class="visually-hidden">{callText().gestures.raised}</span>
        </p>
      )}
      <LinkLabel link={link} alarm={alarm} />
      <p class="tile__label">
        <bdi class="tile__name">{label}</bdi>
        {props.isMuted && (
          <>
            <Icon icon={MicOff} />
            <span class="visually-hidden">{callText().muted}</span>
          </>
        )}
        {props.trouble && <TroubleButton trouble={props.trouble} onTrouble={props.onTrouble} />}
      </p>
      <div class="tile__tools" onDblClick={(event) => event.stopPropagation()}>
        {props.tools}
      </div>
    </article>
  );
}

function TroubleButton({
  trouble,
  onTrouble,
}: { trouble: Verdict['severity'] } & Pick<TileProps, 'onTrouble'>) {
  const label = callText().view.connections[trouble];
  return (
    <button
      type="button"
      class={`tile__trouble tile__trouble--${trouble}`}
      aria-label={label}
      title={label}
      onClick={onTrouble}
      onDblClick={(event) => event.stopPropagation()}
    >
      <Icon icon={Signal} />
    </button>
  );
}
