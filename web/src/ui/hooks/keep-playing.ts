// Sound and pictures that go on: a browser may hold them back until the person does something, and may
// pause them when it likes, as for a phone call.

/** A <video> or <audio>, as far as it matters here. */
export interface Player extends EventTarget {
  readonly paused: boolean;
  /** What was to be played has come to its end. */
  readonly ended: boolean;
  play(): Promise<void>;
}

export interface PlayerWatch {
  /** Where clicks and keys are heard: any of them may allow to play. */
  readonly page: EventTarget;
  /** Told when the player is held back, and when it no longer is. */
  readonly onHeldBack: (isHeldBack: boolean) => void;
}

/** Plays until the returned function is called. */
export function keepPlaying(player: Player, { page, onHeldBack }: PlayerWatch): () => void {
  const listening = new AbortController();
  const { signal } = listening;

  // We never pause, so a pause is the browser's. A promise of play() is no measure: it may not settle
  // before something is sent.
  const tell = () => onHeldBack(player.paused && !player.ended);
  function play(): void {
    player.play().catch(() => undefined);
    tell();
  }
  function retry(): void {
    if (player.paused) play();
  }

  player.addEventListener('play', tell, { signal });
  player.addEventListener('pause', tell, { signal });
  page.addEventListener('click', retry, { signal, capture: true });
  page.addEventListener('keydown', retry, { signal, capture: true });
  play();
  return () => {
    listening.abort();
    onHeldBack(false);
  };
}
