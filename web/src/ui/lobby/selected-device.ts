// Which line of a list of devices is the one in use.
import type { CaptureState } from '../../engine/media/device-capture.ts';
import type { Device } from '../../engine/media/devices.ts';

/** Chromium lists whatever the system prefers once more, under this id. */
const systemsId = 'default';

export interface Selection {
  readonly capture: CaptureState;
  readonly chosenId: string | undefined;
  readonly devices: readonly Device[];
}

/** What the browser gave can differ from what was chosen. */
export function selectedDevice({ capture, chosenId, devices }: Selection): string | undefined {
  // Whoever follows the system does so whatever device it is just now.
  const isFollowing = (chosenId ?? systemsId) === systemsId;
  if (isFollowing && devices.some(({ id }) => id === systemsId)) return systemsId;
  const inUse = capture.at === 'on' ? capture.track.getSettings().deviceId : undefined;
  return inUse ?? chosenId;
}
