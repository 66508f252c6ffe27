// Changes what is done to a running track (noise suppression, background blur) without asking for the device again.

export interface Wish {
  /** All of them: applyConstraints forgets what it is not told again (W3C Media Capture, section 5.2). */
  readonly constraints: MediaTrackConstraints;
  /** Those among them that have to come true, by bare values. */
  readonly settings: MediaTrackConstraints;
}

/** False where it has to be asked for anew; what the device does not know counts as done. */
export async function takesSettings(
  track: MediaStreamTrack,
  { constraints, settings }: Wish,
): Promise<boolean> {
  try {
    await track.applyConstraints(constraints);
  } catch {
    return false;
  }
  // Chromium promises, and goes on as before: it processes a microphone in one way for all tracks of it.
  const now = new Map(Object.entries(track.getSettings()));
  return Object.entries(settings).every(([name, wanted]) => {
    const had: unknown = now.get(name);
    return had === undefined || had === wanted;
  });
}
