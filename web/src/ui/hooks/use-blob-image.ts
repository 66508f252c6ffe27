// Shows a picture that the page has in hand, for as long as the element is on the page.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';

export function useBlobImage(picture: Blob, mediaType: string): RefCallback<HTMLImageElement> {
  return useCallback(
    (element) => {
      if (!element) return undefined;
      // By the type that was looked at, whatever the browser has made of the name.
      const url = URL.createObjectURL(picture.slice(0, picture.size, mediaType));
      element.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [picture, mediaType],
  );
}
