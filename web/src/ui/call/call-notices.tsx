// What one should know about one's own side of the call, stacked above the tiles.
import { ScreenShare, TriangleAlert, WifiOff } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { MediaModel } from '../../state/media-model.ts';
import { deviceProblems } from '../parts/device-problems.ts';
import { Notice } from '../parts/notice.tsx';
import { text } from '../text/index.ts';
import './call-notices.css';

export interface CallNoticesProps {
  readonly media: MediaModel;
  readonly isReachable: boolean;
  /** Further notices. */
  readonly children: ComponentChildren;
}

export function CallNotices({ media, isReachable, children }: CallNoticesProps) {
  const screen = media.screen.value;
  return (
    <div class="call-notices" aria-live="polite">
      {!isReachable && <Notice isWarning icon={WifiOff} sentence={text.call.unreachable} />}
      {children}
      {screen.at === 'on' && (
        <Notice
          icon={ScreenShare}
          sentence={text.call.sharing}
          action={{ label: text.call.stop, onClick: () => void media.toggleScreen() }}
          isBrief
        />
      )}
      {screen.at === 'failed' && (
        <Notice isWarning icon={TriangleAlert} sentence={text.call.shareFailed} isDismissible />
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
    </div>
  );
}
