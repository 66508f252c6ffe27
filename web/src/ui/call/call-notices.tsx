// What one should know about one's own side of the call, stacked above the tiles.
import { Mic, MicOff, TriangleAlert, Video, Volume2, WifiOff } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { MediaModel } from '../../state/media-model.ts';
import { deviceLabel } from '../parts/device-label.ts';
import { deviceProblems } from '../parts/device-problems.ts';
import { Notice } from '../parts/notice.tsx';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import './call-notices.css';
import { SharingNotice } from './sharing-notice.tsx';

/**
 * `offline`: neither the room nor anyone in it can be reached. `seatTaken`: while this side could not be reached;
 * `shutOut`: and nobody gets another one.
 */
export type CallTrouble = 'unreachable' | 'offline' | 'seatTaken' | 'shutOut';

export interface CallNoticesProps {
  readonly media: MediaModel;
  readonly trouble: CallTrouble | undefined;
  /** Further notices. */
  readonly children: ComponentChildren;
}

export function CallNotices({ media, trouble, children }: CallNoticesProps) {
  const screen = media.screen.value;
  return (
    <div class="call-notices" aria-live="polite">
      {trouble && <Notice isWarning icon={WifiOff} sentence={callText()[trouble]} />}
      {children}
      {screen.at === 'on' && <SharingNotice media={media} />}
      {screen.at === 'failed' && (
        <Notice isWarning icon={TriangleAlert} sentence={callText().shareFailed} isDismissible />
      )}
      {deviceProblems(media.microphone.value, media.camera.value).map(({ device, problem }) => (
        <Notice
          key={`${device} ${problem}`}
          isWarning
          icon={TriangleAlert}
          sentence={text.deviceProblem(device, problem)}
          isDismissible
        />
      ))}
      <HeedNotice media={media} />
      {media.standIns.value.map(({ kind, device }) => (
        <Notice
          key={`${kind} ${device.id}`}
          icon={kind === 'camera' ? Video : Mic}
          sentence={text.standIn(kind, deviceLabel(device, media.devices.value[kind]))}
          isDismissible
        />
      ))}
      {media.speaker.isGone.value && (
        <Notice icon={Volume2} sentence={callText().speakerGone} isDismissible />
      )}
    </div>
  );
}

/** What the person has not noticed; it goes by itself when it is no longer so. */
function HeedNotice({ media }: { media: MediaModel }) {
  const heed = media.heed.value;
  if (heed === 'none') return null;
  // Whoever has a mouse has keys.
  const hasKeys = media.settings.usesShortcuts.value && matchMedia('(any-hover: hover)').matches;
  return (
    <Notice
      key={heed}
      isWarning={heed === 'silent'}
      icon={MicOff}
      sentence={text.heed(heed, { hasKeys })}
      isDismissible
      onDismiss={media.heedNoted}
    />
  );
}
