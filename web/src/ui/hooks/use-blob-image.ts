// Shows a picture that the page has in hand, for as long as the element is on the page. One that would be too large once
// it is decoded fails to load, as one does that is broken.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';
import { imagePixels } from '../files/image-pixels.ts';

/** What a good camera makes; decoded, each takes four bytes. */
const maxPixels = 50_000_000;

/** A photo says how large it is behind what else its camera has to say, and a small view of it. */
const headBytes = 256 * 1024;

export function useBlobImage(picture: Blob, mediaType: string): RefCallback<HTMLImageElement> {
  return useCallback(
    (element) => {
      if (!element) return undefined;
      // By the type that was looked at, whatever the browser has made of the name.
      const url = URL.createObjectURL(picture.slice(0, picture.size, mediaType));
      void show(picture, { element, url });
      // If it is not shown by then, it can't be any more.
      return () => URL.revokeObjectURL(url);
    },
    [picture, mediaType],
  );
}

interface Place {
  readonly element: HTMLImageElement;
  readonly url: string;
}

async function show(picture: Blob, { element, url }: Place): Promise<void> {
  const pixels = await pixelsOf(picture);
  if (pixels !== undefined && pixels <= maxPixels) element.src = url;
  else element.dispatchEvent(new Event('error'));
}

/** Undefined as well if the file was changed, or is no longer there. */
async function pixelsOf(picture: Blob): Promise<number | undefined> {
  try {
    return imagePixels(new Uint8Array(await picture.slice(0, headBytes).arrayBuffer()));
  } catch {
    return undefined;
  }
}
