// What a host has to answer, and what hosts want of this person.
import { Crown, DoorOpen, MicOff } from 'lucide';
import type { HostModel } from '../../state/host-model.ts';
import type { MediaModel } from '../../state/media-model.ts';
import { Notice } from '../parts/notice.tsx';
import { nameInSentence } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';

export interface HostNoticesProps {
  readonly host: HostModel;
  readonly media: MediaModel;
  /** Whoever knocks is listed elsewhere. */
  readonly isListOpen: boolean;
}

export function HostNotices({ host, media, isListOpen }: HostNoticesProps) {
  const newRole = host.newRole.value;
  return (
    <>
      {!isListOpen && <KnockNotice host={host} />}
      {/* Otherwise its button would turn the microphone on. */}
      {host.isMuteAsked.value && media.isUnmuted.value && <MuteNotice host={host} media={media} />}
      {newRole && (
        <Notice
          key={newRole}
          icon={Crown}
          sentence={newRole === 'host' ? callText().nowHost : callText().noLongerHost}
          actions={[{ label: callText().noted, onClick: host.roleNoted }]}
        />
      )}
    </>
  );
}

/** One at a time: a crowd at the door must not cover those who are inside. */
function KnockNotice({ host }: { host: HostModel }) {
  const [first, ...others] = host.knocking.value;
  if (!first) return null;
  const { id, profile } = first;
  const knocks = callText().knocks(nameInSentence(profile?.name ?? '') || text.guest);
  const also = others.length > 0 ? callText().alsoKnocking(others.length) : '';
  const isFull = host.isFull.value;
  return (
    <Notice
      key={id}
      isUrgent
      icon={DoorOpen}
      sentence={[knocks, also, isFull ? callText().people.full : ''].filter(Boolean).join(' ')}
      actions={[
        { label: callText().deny, onClick: () => host.deny(id) },
        {
          label: callText().admit,
          isPrimary: true,
          isDisabled: isFull,
          onClick: () => host.admit(id),
        },
      ]}
    />
  );
}

function MuteNotice({ host, media }: { host: HostModel; media: MediaModel }) {
  return (
    <Notice
      isUrgent
      icon={MicOff}
      sentence={callText().muteAsked}
      actions={[
        { label: callText().notNow, onClick: host.muteAnswered },
        {
          label: text.controls.mute,
          isPrimary: true,
          onClick: () => void media.toggleMicrophone(),
        },
      ]}
    />
  );
}
