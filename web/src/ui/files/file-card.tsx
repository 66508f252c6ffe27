// A file among the lines of the chat: what it is, and how it stands with whoever gets it.
import { File as FileIcon } from 'lucide';
import type { ReceivedFile, SentFile, SharedFile } from '../../engine/files/shared-file.ts';
import type { FilesModel } from '../../state/files-model.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { isVisible, nameInSentence, shownName } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import './file-card.css';
import { ImagePreview, hasPreview } from './image-preview.tsx';
import { TransferRow } from './transfer-row.tsx';

interface FileCardProps<Shown extends SharedFile> {
  readonly file: Shown;
  readonly files: FilesModel;
}

export function FileCard({ file, files }: FileCardProps<SharedFile>) {
  const name = isVisible(file.name) ? file.name : callText().files.unnamed;
  const picture = file.direction === 'sent' ? file.file : file.saved?.file;
  return (
    <div class="file-card" role="group" aria-label={name}>
      <p class="file-card__head">
        <Icon icon={FileIcon} />
        <span class="file-card__what">
          <bdi class="file-card__name">{name}</bdi>
          <span class="file-card__size">{callText().files.size(file.size)}</span>
        </span>
      </p>
      {picture && hasPreview(picture, file.mediaType) && (
        <ImagePreview picture={picture} mediaType={file.mediaType} name={name} />
      )}
      {file.direction === 'sent' ? (
        <Receivers file={file} files={files} />
      ) : (
        <Reception file={file} files={files} />
      )}
    </div>
  );
}

function Receivers({ file, files }: FileCardProps<SentFile>) {
  const { key, size, receivers } = file;
  const open = receivers.filter(({ progress }) => !['done', 'over'].includes(progress.at));
  return (
    <>
      {receivers.map(({ id, name, progress }) => (
        <TransferRow
          key={id}
          heading={shownName(name) || text.guest}
          label={nameInSentence(name) || text.guest}
          name={nameInSentence(name) || text.guest}
          direction="sent"
          progress={progress}
          size={size}
          onPause={(isPaused) => files.pause(key, { isPaused, receiver: id })}
          onEnd={() => files.end(key, id)}
        />
      ))}
      {open.length > 1 && (
        <div class="file-card__actions">
          <Button kind="quiet" label={callText().files.cancelAll} onClick={() => files.end(key)} />
        </div>
      )}
    </>
  );
}

function Reception({ file, files }: FileCardProps<ReceivedFile>) {
  const { key, name, size, fromName, progress, saved } = file;
  const { save, saveAgain, decline } = callText().files;
  return (
    <>
      <TransferRow
        label={nameInSentence(name) || callText().files.unnamed}
        name={nameInSentence(fromName) || text.guest}
        direction="received"
        progress={progress}
        size={size}
        onPause={(isPaused) => files.pause(key, { isPaused })}
        onEnd={() => files.end(key)}
      />
      {progress.at === 'offered' && (
        <div class="file-card__actions">
          <Button label={save} onClick={() => files.accept(key)} />
          <Button kind="quiet" label={decline} onClick={() => files.end(key)} />
        </div>
      )}
      {saved?.isSaved === false && (
        <div class="file-card__actions">
          <Button kind="quiet" label={saveAgain} onClick={() => files.save(key)} />
        </div>
      )}
    </>
  );
}
