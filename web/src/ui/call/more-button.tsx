// What is needed less often, and on a narrow screen what has no room in the bar.
import {
  Ellipsis,
  Expand,
  Eye,
  EyeOff,
  Keyboard,
  LayoutGrid,
  Leaf,
  type IconNode,
  PictureInPicture2,
  ScreenShare,
  Settings,
  Signal,
  Shrink,
  SquareUser,
  UserPlus,
  Users,
} from 'lucide';
import { useId } from 'preact/hooks';
import type { LayoutModel } from '../../state/layout-model.ts';
import type { Toggle } from '../hooks/use-full-screen.ts';
import { RoundButton } from '../parts/round-button.tsx';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import type { ControlBarProps } from './control-bar.tsx';
import { toggleInvitation } from './invite-popover.tsx';
import { MenuItem } from './menu-item.tsx';
import './more-button.css';

export function MoreButton(props: ControlBarProps) {
  const id = useId();
  const { room, view, fullScreen, miniWindow, onHelp } = props;
  const { dataUse } = room.settings;
  const count = room.host.knocking.value.length;
  return (
    <>
      <div class="more-button">
        <RoundButton
          label={callText().view.more}
          icon={Ellipsis}
          badge={count > 0 ? { count, description: callText().bar.knocking(count) } : undefined}
          opens={id}
        />
      </div>
      <section id={id} class="more-popover" popover="auto" aria-label={callText().view.more}>
        <SpareItems {...props} />
        <LayoutItems layout={view.layout} />
        {miniWindow && (
          <ToggleItem
            toggle={miniWindow}
            on={{ label: callText().view.leaveMiniWindow, icon: PictureInPicture2 }}
            off={{ label: callText().view.miniWindow, icon: PictureInPicture2 }}
          />
        )}
        {fullScreen && (
          <ToggleItem
            toggle={fullScreen}
            shortcut="F"
            on={{ label: callText().view.leaveFullScreen, icon: Shrink }}
            off={{ label: callText().view.fullScreen, icon: Expand }}
          />
        )}
        {dataUse.chosen.value === 'saver' && (
          <MenuItem
            label={callText().view.stopSaving}
            note={callText().view.aboutSaving}
            icon={Leaf}
            onClick={() => void dataUse.choose('full')}
          />
        )}
        <MenuItem
          label={callText().view.connection}
          icon={Signal}
          shortcut="N"
          isExpanded={view.connection.isOpen.value}
          onClick={view.connection.toggle}
        />
        <MenuItem
          isAboutKeys
          label={callText().help.heading}
          icon={Keyboard}
          shortcut="?"
          onClick={onHelp}
        />
        <MenuItem label={text.settings} icon={Settings} onClick={room.settings.open} />
      </section>
    </>
  );
}

/** Those of the bar that a narrow one leaves out. */
function SpareItems({ room }: ControlBarProps) {
  const { media, people, host } = room;
  const isSharing = media.screen.value.at === 'on';
  return (
    <>
      {media.canShareScreen.value && (
        <MenuItem
          isSpare
          label={isSharing ? callText().bar.stopSharing : callText().bar.share}
          icon={ScreenShare}
          onClick={() => void media.toggleScreen()}
        />
      )}
      <MenuItem
        isSpare
        label={callText().bar.people}
        icon={Users}
        badge={host.knocking.value.length}
        isExpanded={people.isOpen.value}
        onClick={people.toggle}
      />
      <MenuItem isSpare label={callText().bar.invite} icon={UserPlus} onClick={toggleInvitation} />
    </>
  );
}

function LayoutItems({ layout }: { layout: LayoutModel }) {
  const isGrid = layout.mode.value === 'grid';
  const isHidden = layout.hidesSelf.value;
  return (
    <>
      <MenuItem
        label={isGrid ? callText().view.speakerLayout : callText().view.gridLayout}
        icon={isGrid ? SquareUser : LayoutGrid}
        shortcut="L"
        onClick={layout.toggleMode}
      />
      <MenuItem
        label={isHidden ? callText().view.showSelf : callText().view.hideSelf}
        icon={isHidden ? Eye : EyeOff}
        onClick={layout.toggleSelf}
      />
    </>
  );
}

interface Face {
  readonly label: string;
  readonly icon: IconNode;
}

interface ToggleItemProps {
  readonly toggle: Toggle;
  readonly shortcut?: string;
  readonly on: Face;
  readonly off: Face;
}

function ToggleItem({ toggle, on, off, ...rest }: ToggleItemProps) {
  return <MenuItem {...(toggle.isOn.value ? on : off)} {...rest} onClick={toggle.toggle} />;
}
