// Which microphones, cameras and speakers there are, kept current as they are plugged and unplugged.
import { Emitter } from '../emitter.ts';

/** What can be captured. */
export type DeviceKind = 'microphone' | 'camera';

export interface Device {
  readonly id: string;
  /** Empty until the person has let the page use a device of this kind. */
  readonly label: string;
}

export type DeviceList = Readonly<Record<DeviceKind | 'speaker', readonly Device[]>>;

export const noDevices: DeviceList = { microphone: [], camera: [], speaker: [] };

const platformKinds: Readonly<Record<keyof DeviceList, MediaDeviceKind>> = {
  microphone: 'audioinput',
  camera: 'videoinput',
  speaker: 'audiooutput',
};

/** Chromium lists whatever the system prefers once more, under this id. */
const systemsId = 'default';

interface DevicesEvents {
  /** Listed again; it may all be as it was. */
  changed: DeviceList;
  /** Something was plugged in or out: these are new. */
  plugged: DeviceList;
  /** The system prefers this microphone now. */
  preferred: Device;
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
    return {
      microphone: this.#named('microphone'),
      camera: this.#named('camera'),
      speaker: this.#named('speaker'),
    };
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
    const preferredBefore = this.#preferredMicrophone();
    await this.refresh();
    const { microphone, camera, speaker } = this.list;
    this.emit('plugged', {
      microphone: newcomers(microphone, before.microphone),
      camera: newcomers(camera, before.camera),
      speaker: newcomers(speaker, before.speaker),
    });
    const preferred = this.#preferredMicrophone();
    if (!preferred || !preferredBefore || isSameDevice(preferred, preferredBefore)) return;
    this.emit('preferred', preferred);
  }

  /** The system's default, by its own name and id; where no entry says which it is, the first (W3C Media Capture, 9.2.1). */
  #preferredMicrophone(): Device | undefined {
    const all = this.#found.filter(isNamed('microphone'));
    const alias = all.find(({ deviceId }) => deviceId === systemsId);
    // Not by the alias: Chromium would give a second track of the device that it meant until now.
    const itself = all.find((device) => device !== alias && device.groupId === alias?.groupId);
    const preferred = alias ? (itself ?? alias) : all[0];
    return preferred && asDevice(preferred);
  }

  #named(kind: keyof DeviceList): Device[] {
    return this.#found.filter(isNamed(kind)).map(asDevice);
  }
}

/** Whether what was chosen is whatever the system prefers. */
export function isSystems(chosenId: string | undefined): boolean {
  return chosenId === undefined || chosenId === systemsId;
}

/** Whether `device`, perhaps as the system's default, is the same as `other`, which stands for itself. */
export function isAlias(device: Device, other: Device): boolean {
  return device.id === systemsId && device.label.endsWith(other.label);
}

/** Chromium lists the system's default as a device of its own, whose id stays when it becomes another. */
export function isSameDevice(one: Device, other: Device): boolean {
  return one.id === other.id && one.label === other.label;
}

function newcomers(now: readonly Device[], before: readonly Device[]): readonly Device[] {
  return now.filter((device) => !before.some((old) => isSameDevice(old, device)));
}

function isNamed(kind: keyof DeviceList): (device: MediaDeviceInfo) => boolean {
  return (device) => device.kind === platformKinds[kind] && device.deviceId !== '';
}

function asDevice({ deviceId, label }: MediaDeviceInfo): Device {
  return { id: deviceId, label };
}
