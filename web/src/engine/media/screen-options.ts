// What is asked of the browser's dialogue of what to share. Browsers pass over members they don't know.

/** Screen Capture, section 5.2, where it goes beyond what TypeScript knows. */
export interface ScreenOptions extends DisplayMediaStreamOptions {
  readonly systemAudio: 'include' | 'exclude';
  readonly surfaceSwitching: 'include';
  readonly selfBrowserSurface: 'exclude';
  readonly video: MediaTrackConstraints & { readonly cursor: 'always' };
  readonly audio: MediaTrackConstraints & {
    readonly restrictOwnAudio: true;
    readonly suppressLocalAudioPlayback: false;
  };
}

export function screenOptions(supported: MediaTrackSupportedConstraints): ScreenOptions {
  return {
    // `max` may be asked for here, `min` and `exact` may not.
    video: { frameRate: { ideal: 30, max: 30 }, cursor: 'always' },
    audio: {
      // The call plays in this tab, so the system's sound has it in it, and the others would hear themselves.
      restrictOwnAudio: true,
      // Whoever shares a film hears it, too.
      suppressLocalAudioPlayback: false,
      // Made for voices, they would eat music.
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    },
    // Only with the call left out of it, which Chromium can since 141, on Windows and macOS; on Linux it has no sound of
    // the system to give, and on ChromeOS it knows the name but leaves nothing out: there a whole screen with sound has
    // the echo. Elsewhere a tab's sound has to do, without the call, whose tab is not offered (below). Firefox and Safari
    // share no sound.
    systemAudio: 'restrictOwnAudio' in supported ? 'include' : 'exclude',
    // Another tab or window without stopping in between.
    surfaceSwitching: 'include',
    // A picture of the call in the call has no end.
    selfBrowserSurface: 'exclude',
  };
}
