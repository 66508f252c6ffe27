// Opens the check of devices and connection, which is loaded when there is time for it.
import { useSignal } from '@preact/signals';
import type { RoomModel } from '../../state/room-model.ts';
import { Button } from '../parts/button.tsx';
import { lazily } from '../parts/lazily.tsx';
import { withCheckText } from '../text/check.ts';
import { text } from '../text/index.ts';

const CheckDialog = lazily(
  async () => (await withCheckText(import('../check/check-dialog.tsx'))).CheckDialog,
);

export function CheckButton({ room }: { room: RoomModel }) {
  const isOpen = useSignal(false);
  return (
    <>
      <Button kind="bare" label={text.check} onClick={() => (isOpen.value = true)} />
      {isOpen.value && <CheckDialog room={room} onClose={() => (isOpen.value = false)} />}
    </>
  );
}
