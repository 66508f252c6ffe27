// Why a device gives nothing, in the words the screen explains.

export type MediaProblem =
  /** The person, or the system, said no. */
  | 'denied'
  | 'no-device'
  /** Another program holds it, or its driver failed. */
  | 'in-use'
  /** It was there and went: unplugged, or taken away by the system. */
  | 'lost'
  /** Neither https nor localhost: the browser hides all devices. */
  | 'insecure-page'
  | 'unknown';

/** Browsers hide `mediaDevices` on an insecure page instead of refusing it. */
export class InsecurePageError extends Error {}

/** Reads what getUserMedia or getDisplayMedia rejected with (W3C Media Capture, section 10.2). */
export function mediaProblem(error: unknown): MediaProblem {
  if (error instanceof InsecurePageError) return 'insecure-page';
  if (!(error instanceof Error)) return 'unknown';
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-device';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'unknown';
  }
}
