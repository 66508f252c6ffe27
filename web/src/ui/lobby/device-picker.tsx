// A native list of the devices of one kind; absent while the browser names none.
import { useId } from 'preact/hooks';
import type { Device } from '../../engine/media/devices.ts';
import { ListField } from '../parts/list-field.tsx';
import { text } from '../text/index.ts';
import './device-picker.css';

export interface DevicePickerProps {
  readonly label: string;
  readonly devices: readonly Device[];
  /** A device's id; the first device stands for one that is unknown. */
  readonly selected: string | undefined;
  readonly onChoose: (id: string) => void;
}

export function DevicePicker({ label, devices, selected, onChoose }: DevicePickerProps) {
  const id = useId();
  const known = devices.find((device) => device.id === selected) ?? devices[0];
  if (!known) return null;
  return (
    <div class="device-picker">
      <label class="device-picker__label" for={id}>
        {label}
      </label>
      <ListField>
        <select
          id={id}
          class="list-field__list"
          value={known.id}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {devices.map((device, index) => (
            <option key={device.id} value={device.id}>
              {device.label || text.lobby.unnamedDevice(label, index + 1)}
            </option>
          ))}
        </select>
      </ListField>
    </div>
  );
}
