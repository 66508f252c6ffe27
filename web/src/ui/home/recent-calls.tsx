// The calls this person was in of late, each of which opens its link again, or is forgotten.
import { X } from 'lucide';
import { useRef } from 'preact/hooks';
import type { RecentRoom, RecentRooms } from '../../state/recent-rooms.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { nameInSentence } from '../parts/shown-name.ts';
import { text } from '../text/index.ts';
import { pastMoment } from '../text/past-moment.ts';
import './recent-calls.css';

export interface RecentCallsProps {
  readonly recent: RecentRooms;
  readonly openLink: (link: string) => void;
}

export function RecentCalls({ recent, openLink }: RecentCallsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const rooms = recent.rooms.value;
  const momentOf = pastMoment(text.locale);

  function forget({ link }: RecentRoom): void {
    // The button goes, and would take the focus with it.
    heading.current?.focus();
    recent.forget(link);
  }

  return (
    <section class="recent-calls">
      <div class="recent-calls__head">
        <h2 ref={heading} tabIndex={-1} class="recent-calls__heading">
          {text.home.recent.heading}
        </h2>
        <Button kind="bare" label={text.home.recent.forgetAll} onClick={recent.forgetAll} />
      </div>
      <ul class="recent-calls__list">
        {rooms.map((room) => (
          <RecentCall
            key={room.link}
            room={room}
            when={momentOf(room.atMs, Date.now())}
            open={() => openLink(room.link)}
            forget={() => forget(room)}
          />
        ))}
      </ul>
      <p class="recent-calls__note">{text.home.recent.note}</p>
    </section>
  );
}

interface RecentCallProps {
  readonly room: RecentRoom;
  readonly when: string;
  readonly open: () => void;
  readonly forget: () => void;
}

function RecentCall({ room: { names }, when, open, forget }: RecentCallProps) {
  const { recent } = text.home;
  const who = names.length > 0 ? recent.who(names.map(nameInSentence)) : recent.nobody;
  const label = recent.forget(who, when);
  return (
    <li class="recent-calls__call">
      <button type="button" class="recent-calls__open" onClick={open}>
        <span class="recent-calls__who">{who}</span> <span class="recent-calls__when">{when}</span>
      </button>
      <button
        type="button"
        class="recent-calls__forget"
        aria-label={label}
        title={label}
        onClick={forget}
      >
        <Icon icon={X} />
      </button>
    </li>
  );
}
