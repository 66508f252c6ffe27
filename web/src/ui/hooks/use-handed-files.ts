// Hears files being dragged over the page, dropped on it, or pasted.
import type { RefCallback } from 'preact';
import { useCallback, useRef } from 'preact/hooks';

export interface HandedFiles {
  readonly onDragging: (isDragging: boolean) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** For as long as the element the ref is given to is there. */
export function useHandedFiles(handed: HandedFiles): RefCallback<HTMLElement> {
  const latest = useRef(handed);
  latest.current = handed;
  return useCallback((element) => (element ? hearFiles(() => latest.current) : undefined), []);
}

function hearFiles(handed: () => HandedFiles): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  /** Elements inside each other are entered before the ones around them are left. */
  let depth = 0;

  function drag(event: DragEvent, change: -1 | 0 | 1): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Or the browser opens the file in place of the call.
    event.preventDefault();
    depth = Math.max(0, depth + change);
    handed().onDragging(depth > 0);
  }
  function give(files: readonly File[]): void {
    if (files.length > 0) handed().onFiles(files);
  }

  document.addEventListener('dragenter', (event) => drag(event, 1), { signal });
  document.addEventListener('dragover', (event) => drag(event, 0), { signal });
  document.addEventListener('dragleave', (event) => drag(event, -1), { signal });
  document.addEventListener(
    'drop',
    (event) => {
      drag(event, 0);
      depth = 0;
      handed().onDragging(false);
      if (event.dataTransfer) give(filesIn(event.dataTransfer));
    },
    { signal },
  );
  document.addEventListener(
    'paste',
    ({ clipboardData }) => {
      // What has words, too, is pasted as words.
      if (clipboardData && !clipboardData.types.includes('text/plain')) {
        give([...clipboardData.files]);
      }
    },
    { signal },
  );
  return () => listening.abort();
}

/** Without folders, which browsers list as files that can't be read. */
function filesIn({ items }: DataTransfer): File[] {
  return [...items].flatMap((item) => {
    const file = item.kind === 'file' && !item.webkitGetAsEntry()?.isDirectory && item.getAsFile();
    return file ? [file] : [];
  });
}
