// Turns on a device that is off, or tries again one that failed: a check has something to look at then.
import { useHandedFocus } from '../hooks/use-handed-focus.ts';
import { Button } from '../parts/button.tsx';

export interface DeviceSwitchProps {
  readonly label: string;
  readonly onTurnOn: () => void;
}

export function DeviceSwitch({ label, onTurnOn }: DeviceSwitchProps) {
  return (
    <div ref={useHandedFocus()}>
      <Button kind="quiet" label={label} onClick={onTurnOn} />
    </div>
  );
}
