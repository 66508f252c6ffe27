// What a person calls a device, out of what the browser calls it.
import type { Device } from '../../engine/media/devices.ts';

/** Chromium adds vendor and product: "Webcam (046d:0825)". */
const usbIds = / \([\da-f]{4}:[\da-f]{4}\)$/i;

/** Chromium's names for whatever the system prefers. */
const pseudoIds = new Set(['default', 'communications']);

/** `devices` are all of its kind. Empty if it has no name that says anything. */
export function deviceLabel({ id, label }: Device, devices: readonly Device[]): string {
  if (!pseudoIds.has(id)) return label.replace(usbIds, '');
  // It is called "Default - Headset", in the person's language, beside the "Headset" itself.
  const itself = devices.find((device) => label.endsWith(` - ${device.label}`));
  return itself ? deviceLabel(itself, devices) : '';
}
