// Which microphones and cameras there are, kept current as they are plugged and unplugged.
import { Emitter } from '../emitter.ts';

export type DeviceKind = 'microphone' | 'camera';

export interface Device {
  readonly id: string;
  /** Empty until the person has let the page use a device of this kind. */
  readonly label: string;
}

export type DeviceList = Readonly<Record<DeviceKind, readonly Device[]>>;

export const noDevices: DeviceList = { microphone: [], camera: [] };

const platformKinds: Readonly<Record<DeviceKind, MediaDeviceKind>> = {
  microphone: 'audioinput',
  camera: 'videoinput',
};

interface DevicesEvents {
  /** Listed again; it may all be as it was. */
  changed: DeviceList;
  /** Something was plugged in or out: these are new. */
  plugged: DeviceList;
}

export class Devices extends Emitter<DevicesEvents> {
  readonly #mediaDevices: MediaDevices | undefined;
  readonly #onDeviceChange = () => void this.#listNewcomers();
  #found: readonly MediaDeviceInfo[] = [];

  constructor(mediaDevices: MediaDevices | undefined) {
    super();
    this.#mediaDevices = mediaDevices;
    mediaDevices?.addEventListener('devicechange', this.#onDeviceChange);
  }

  /** Those that can be chosen: before permission browsers tell of devices, but not which. */
  get list(): DeviceList {
    return { microphone: this.#named('microphone'), camera: this.#named('camera') };
  }

  /** Whether there is any of this kind, be it one that can't be told from others yet. */
  has(kind: DeviceKind): boolean {
    return this.#found.some((device) => device.kind === platformKinds[kind]);
  }

  /** Lists again: labels appear once permission is given, which no event announces. */
  async refresh(): Promise<void> {
    // A page that may not list devices has none to offer.
    this.#found = (await this.#mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    this.emit('changed', this.list);
  }

  close(): void {
    this.#mediaDevices?.removeEventListener('devicechange', this.#onDeviceChange);
    this.removeAllListeners();
  }

  async #listNewcomers(): Promise<void> {
    const before = this.list;
    await this.refresh();
    const { microphone, camera } = this.list;
    this.emit('plugged', {
      microphone: newcomers(microphone, before.microphone),
      camera: newcomers(camera, before.camera),
    });
  }

  #named(kind: DeviceKind): Device[] {
    return this.#found
      .filter((device) => device.kind === platformKinds[kind] && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  }
}

/** Chromium lists the system's default as a device of its own, whose id stays when it becomes another. */
export function isSameDevice(one: Device, other: Device): boolean {
  return one.id === other.id && one.label === other.label;
}

function newcomers(now: readonly Device[], before: readonly Device[]): readonly Device[] {
  return now.filter((device) => !before.some((old) => isSameDevice(old, device)));
}
