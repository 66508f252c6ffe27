// How large a picture is on the screen, in the screen's own pixels, and when nobody can see it: its page is hidden, or it
// is scrolled away.
import type { RefCallback } from 'preact';
import { useCallback } from 'preact/hooks';
import { type Extent, drawnSize } from './drawn-size.ts';

/** Null is what can't be seen. Told again and again, also when nothing has changed. */
export type OnShown = (size: Extent | null) => void;

/** For whatever is around the picture's place, whether there is a <video> in it or not. `onShown` must stay the same. */
export function useShownSize(onShown: OnShown): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (!element) return undefined;
      const stop = watchShownSize(element, onShown);
      return () => {
        stop();
        onShown(null);
      };
    },
    [onShown],
  );
}

/** Everything is asked of the element's own window: it may be a small one on top of others, which is seen by itself. */
function watchShownSize(element: HTMLElement, onShown: OnShown): () => void {
  const { ownerDocument: page } = element;
  const view = page.defaultView;
  if (!view) return () => undefined;
  const listening = new AbortController();
  const { signal } = listening;
  let isInSight = false;
  /** The browser's own small window for a picture, where it has no other (W3C Picture-in-Picture). */
  let small: PictureInPictureWindow | undefined;

  function look(): void {
    const isSeen = isInSight && page.visibilityState === 'visible';
    // A <video> that is taken away closes its small window, and nobody is told.
    const isSmall = element.contains(page.pictureInPictureElement);
    const box = (isSmall && small) || (isSeen && element.getBoundingClientRect());
    onShown(box && box.width > 0 && box.height > 0 ? pixelsOf(element, box) : null);
  }
  function onSmall(event: Event): void {
    if (!(event instanceof PictureInPictureEvent)) return;
    small = event.type === 'enterpictureinpicture' ? event.pictureInPictureWindow : undefined;
    small?.addEventListener('resize', look, { signal });
    look();
  }

  const sight = new view.IntersectionObserver((entries) => {
    isInSight = entries.at(-1)?.isIntersecting ?? false;
    look();
  });
  const size = new view.ResizeObserver(look);
  sight.observe(element);
  size.observe(element);
  page.addEventListener('visibilitychange', look, { signal });
  // Another screen has other pixels.
  view.addEventListener('resize', look, { signal });
  // What a <video> says of itself is heard on its way down only.
  const onItsWay = { signal, capture: true };
  element.addEventListener('resize', look, onItsWay);
  element.addEventListener('enterpictureinpicture', onSmall, onItsWay);
  element.addEventListener('leavepictureinpicture', onSmall, onItsWay);
  return () => {
    listening.abort();
    sight.disconnect();
    size.disconnect();
  };
}

/** Of the whole picture, if it is drawn larger than its box and cropped. */
function pixelsOf(element: HTMLElement, box: Extent): Extent {
  const ratio = element.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  const video = element.querySelector('video');
  const picture = { width: video?.videoWidth ?? 0, height: video?.videoHeight ?? 0 };
  const fit = video && getComputedStyle(video).objectFit === 'contain' ? 'contain' : 'cover';
  const { width, height } = drawnSize(box, picture, fit);
  return { width: width * ratio, height: height * ratio };
}
