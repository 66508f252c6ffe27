// Chooses files to send.
import { Paperclip } from 'lucide';
import { useRef } from 'preact/hooks';
import type { FilesModel } from '../../state/files-model.ts';
import { RoundButton } from '../parts/round-button.tsx';
import { callText } from '../text/call.ts';

export function AttachButton({ files }: { files: FilesModel }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <RoundButton
        label={callText().files.attach}
        icon={Paperclip}
        onClick={() => chooser.current?.click()}
      />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          files.offer([...(currentTarget.files ?? [])]);
          currentTarget.value = ''; // Or the same file could not be chosen again.
        }}
      />
    </>
  );
}
