// A small view of a picture that is sent or has come. Only kinds that are nothing but pictures: no scripts, no links.
import { useSignal } from '@preact/signals';
import { useBlobImage } from '../hooks/use-blob-image.ts';
import { callText } from '../text/call.ts';
import './image-preview.css';

const shownTypes = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
/** Larger ones cost more memory than a small view is worth. */
const maxBytes = 25_000_000;

export interface ImagePreviewProps {
  readonly picture: Blob;
  readonly mediaType: string;
  readonly name: string;
}

export function hasPreview({ size }: Blob, mediaType: string): boolean {
  return shownTypes.has(mediaType) && size <= maxBytes;
}

export function ImagePreview({ picture, mediaType, name }: ImagePreviewProps) {
  const isBroken = useSignal(false);
  const ref = useBlobImage(picture, mediaType);
  if (isBroken.value) return null;
  return (
    <img
      ref={ref}
      class="image-preview"
      alt={callText().files.preview(name)}
      onError={() => (isBroken.value = true)}
    />
  );
}
