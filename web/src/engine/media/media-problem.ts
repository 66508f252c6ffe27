// Why a device gives nothing, in the words the screen explains.

export type MediaProblem =
  /** The person, or the system, said no. */
  | 'denied'
  | 'no-device'
  /** Another program holds it, or its driver failed. */
  | 'in-use'
  /** It was there and went: unplugged, or taken away by the system. */
  | 'lost'
  /** It comes and goes, too often to be started again unasked. */
  | 'unsteady'
  /** Neither https nor localhost: the browser hides all devices. */
  | 'insecure-page'
  | 'unknown';

/** A failure that we see and that no browser throws. */
export class MediaError extends Error {
  readonly problem: MediaProblem;

  constructor(problem: MediaProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Reads what getUserMedia or getDisplayMedia rejected with (W3C Media Capture, section 10.2). */
export function mediaProblem(error: unknown): MediaProblem {
  if (error instanceof MediaError) return error.problem;
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
