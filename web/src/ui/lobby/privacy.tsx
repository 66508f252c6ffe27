// Who could listen in, and who sees from where one calls.
import { Lock, LockOpen } from 'lucide';
import type { RoomModel } from '../../state/room-model.ts';
import { Icon } from '../parts/icon.tsx';
import { Switch } from '../parts/switch.tsx';
import { text } from '../text/index.ts';
import './privacy.css';

export interface PrivacyProps {
  readonly room: RoomModel;
  /** Undefined until the room has told. */
  readonly hasRelay: boolean | undefined;
}

export function Privacy({ room, hasRelay }: PrivacyProps) {
  const hides = room.hidesAddress.value;
  const hidesForAll = room.host.policy.value.isRelayOnly;
  return (
    <section class="privacy" aria-label={text.lobby.privacy}>
      {room.isSealed.value ? (
        <p class="privacy__sealing">
          <Icon icon={Lock} />
          {text.lobby.sealed}
        </p>
      ) : (
        <p class="privacy__sealing privacy__sealing--open">
          <Icon icon={LockOpen} />
          <span>
            <strong>{text.lobby.open}</strong>: {text.lobby.aboutOpen}
          </span>
        </p>
      )}
      {hidesForAll && <p class="privacy__asked">{text.lobby.hidesForAll}</p>}
      {!hidesForAll && (hasRelay === true || hides) && (
        <Switch
          label={text.lobby.hideAddress}
          note={hasRelay === false ? text.lobby.hidingInVain : text.lobby.aboutHiding}
          isOn={hides}
          onChange={room.hideAddress}
        />
      )}
    </section>
  );
}
