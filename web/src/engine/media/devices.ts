// Which microphones and cameras there are, kept current as they are plugged and unplugged.
import { Emitter } from '../emitter.ts';

export interface Device {
  readonly id: string;
  /** Empty until the person has let the page use a device of this kind. */
  readonly label: string;
}

export interface DeviceList {
  readonly microphones: readonly Device[];
  readonly cameras: readonly Device[];
}

export const noDevices: DeviceList = { microphones: [], cameras: [] };

export class Devices extends Emitter<{ changed: DeviceList }> {
  readonly #mediaDevices: MediaDevices | undefined;
  readonly #onDeviceChange = () => void this.refresh();

  constructor(mediaDevices: MediaDevices | undefined) {
    super();
    this.#mediaDevices = mediaDevices;
    mediaDevices?.addEventListener('devicechange', this.#onDeviceChange);
  }

  /** Lists again: labels appear once permission is given, which no event announces. */
  async refresh(): Promise<void> {
    // A page that may not list devices has none to offer.
    const devices = (await this.#mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    const ofKind = (kind: MediaDeviceKind) =>
      devices
        .filter((device) => device.kind === kind && device.deviceId !== '')
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    this.emit('changed', { microphones: ofKind('audioinput'), cameras: ofKind('videoinput') });
  }

  close(): void {
    this.#mediaDevices?.removeEventListener('devicechange', this.#onDeviceChange);
    this.removeAllListeners();
  }
}
