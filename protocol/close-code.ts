// Why the server closed a socket. A browser can't read the HTTP status of a refused upgrade, so a
// refused socket is accepted first and then closed with one of these (RFC 6455, section 7.4.2).

const closeReasons = [
  'unsupportedProtocol',
  'forbiddenOrigin',
  'unknownRoom',
  'binaryFrame',
  'frameTooLarge',
  'flood',
  'serverError',
  'roomFull',
] as const;

export type CloseReason = (typeof closeReasons)[number];

/** `comesBack` says whether the client should try again by itself. */
export const closeCodes: Readonly<Record<CloseReason, { code: number; comesBack: boolean }>> = {
  unsupportedProtocol: { code: 4400, comesBack: false },
  forbiddenOrigin: { code: 4403, comesBack: false },
  unknownRoom: { code: 4404, comesBack: false },
  binaryFrame: { code: 4405, comesBack: false },
  frameTooLarge: { code: 4413, comesBack: false },
  flood: { code: 4429, comesBack: false },
  serverError: { code: 4500, comesBack: true },
  roomFull: { code: 4503, comesBack: false },
};

/** Names a close code of ours; undefined for every other code (a lost network, a restarted server). */
export function closeReason(code: number): CloseReason | undefined {
  return closeReasons.find((reason) => closeCodes[reason].code === code);
}
