// A small window that stays on top of others: one of our own where the browser has them (Document Picture-in-Picture),
// else the picture of whoever is large, where it has those.
import { useSignal } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Toggle } from './use-full-screen.ts';

declare global {
  interface Window {
    /** Not in TypeScript yet; Chromium only. */
    readonly documentPictureInPicture?: {
      requestWindow(size: { width: number; height: number }): Promise<Window>;
    };
  }
}

const size = { width: 340, height: 260 };

/** Undefined where there is neither. `draw` gives what stands in the window. */
export function useMiniWindow(draw: () => ComponentChild): Toggle | undefined {
  const isOn = useSignal(false);
  const close = useRef<(() => void) | undefined>(undefined);
  const isOpening = useRef(false);
  const isOver = useRef(false);
  const open = openerOf();

  async function toggle(): Promise<void> {
    if (isOn.peek()) return close.current?.();
    if (isOpening.current) return undefined;
    isOpening.current = true;
    const onClosed = () => (isOn.value = false);
    const opened = await open?.(draw, onClosed).catch(() => undefined);
    isOpening.current = false;
    // The call may have ended while the browser made it.
    if (isOver.current) return opened?.();
    close.current = opened;
    isOn.value = opened !== undefined;
    return undefined;
  }

  useEffect(() => {
    // Chromium asks for it by itself when somebody in a call turns to another tab.
    const stop = onAutomatic(() => {
      if (!isOn.peek()) void toggle();
    });
    return () => {
      stop();
      isOver.current = true;
      close.current?.();
    };
  }, []);

  return open && { isOn, toggle: () => void toggle() };
}

/** Gives the way to close it. */
type Open = (draw: () => ComponentChild, onClosed: () => void) => Promise<() => void>;

function openerOf(): Open | undefined {
  if (window.documentPictureInPicture) return openWindow;
  return document.pictureInPictureEnabled ? openVideo : undefined;
}

const openWindow: Open = async (draw, onClosed) => {
  const mini = await window.documentPictureInPicture?.requestWindow(size);
  if (!mini) throw new Error('the window was asked for where there is none');
  const { document: page } = mini;
  page.documentElement.lang = document.documentElement.lang;
  page.title = document.title;
  copyStyles(page);
  render(draw(), page.body);
  mini.addEventListener('pagehide', () => {
    render(null, page.body);
    onClosed();
  });
  return () => mini.close();
};

/** The files themselves, since the policy of the page, which holds here too, allows no style in the text. */
function copyStyles(page: Document): void {
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style'))
    page.head.append(sheet.cloneNode(true));
}

const openVideo: Open = async (_draw, onClosed) => {
  const video = document.querySelector<HTMLVideoElement>('.picture--stage video');
  if (!video) throw new Error('there is no picture to show');
  await video.requestPictureInPicture();
  video.addEventListener('leavepictureinpicture', onClosed, { once: true });
  return () => void document.exitPictureInPicture().catch(() => undefined);
};

function onAutomatic(enter: () => void): () => void {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- newer than TypeScript's list.
    const action = 'enterpictureinpicture' as MediaSessionAction;
    navigator.mediaSession.setActionHandler(action, enter);
    return () => navigator.mediaSession.setActionHandler(action, null);
  } catch {
    return () => undefined; // A browser that knows no such action.
  }
}
