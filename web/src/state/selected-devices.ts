// Which line of each list of devices is the one in use.
import { type ReadonlySignal, computed } from '@preact/signals';
import type { CaptureState } from '../engine/media/device-capture.ts';
import {
  type Device,
  type DeviceKind,
  type DeviceList,
  isSystems,
} from '../engine/media/devices.ts';

type EachKind<T> = Readonly<Record<DeviceKind, T>>;

export interface Choosing {
  readonly state: ReadonlySignal<EachKind<CaptureState>>;
  /** The chosen ids; undefined is the system's default. */
  readonly choice: ReadonlySignal<EachKind<string | undefined>>;
  readonly devices: ReadonlySignal<DeviceList>;
}

/** The ids of those in use. */
export function selectedDevices({ state, choice, devices }: Choosing) {
  const selected = (kind: DeviceKind) =>
    computed(() =>
      selectedDevice({
        capture: state.value[kind],
        chosenId: choice.value[kind],
        devices: devices.value[kind],
      }),
    );
  return { microphone: selected('microphone'), camera: selected('camera') };
}

export interface Selection {
  readonly capture: CaptureState;
  readonly chosenId: string | undefined;
  readonly devices: readonly Device[];
}

/** What the browser gave can differ from what was chosen. */
export function selectedDevice({ capture, chosenId, devices }: Selection): string | undefined {
  // Whoever follows the system does so whatever device it is just now.
  const systems = devices.find(({ id }) => isSystems(id));
  if (systems && isSystems(chosenId)) return systems.id;
  const inUse = capture.at === 'on' ? capture.track.getSettings().deviceId : undefined;
  return inUse ?? chosenId;
}
