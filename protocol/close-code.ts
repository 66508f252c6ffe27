// Why the server closed a socket. A browser can't read the HTTP status of a refused upgrade, so a
// refused socket is accepted first and then closed with one of these (RFC 6455, section 7.4.2).

const closeReasons = [
  'unsupportedProtocol',
  'forbiddenOrigin',
  'unknownRoom',
  'binaryFrame',
  'silent',
  'replaced',
  'removed',
  'ended',
  'frameTooLarge',
  'flood',
  'tooManyAttempts',
  'serverError',
  'roomFull',
] as const;

export type CloseReason = (typeof closeReasons)[number];

/** What passes: the server had a fault, took a sleeping client for lost, or has too many at its door for the moment. */
const passingReasons = [
  'serverError',
  'silent',
  'tooManyAttempts',
] as const satisfies CloseReason[];
type PassingCloseReason = (typeof passingReasons)[number];

/** The reasons a client can do nothing about by coming back. */
export type FinalCloseReason = Exclude<CloseReason, PassingCloseReason>;

export const closeCodes: Readonly<Record<CloseReason, number>> = {
  unsupportedProtocol: 4400,
  forbiddenOrigin: 4403,
  unknownRoom: 4404,
  binaryFrame: 4405,
  silent: 4408,
  replaced: 4409,
  removed: 4410,
  ended: 4411,
  frameTooLarge: 4413,
  tooManyAttempts: 4428,
  flood: 4429,
  serverError: 4500,
  roomFull: 4503,
};

/** Whether a client should stay away; after the others it comes back by itself. */
export function isFinal(reason: CloseReason): reason is FinalCloseReason {
  return !passingReasons.some((passing) => passing === reason);
}

/** Names a close code of ours; undefined for every other code (a lost network, a restarted server). */
export function closeReason(code: number): CloseReason | undefined {
  return closeReasons.find((reason) => closeCodes[reason] === code);
}
