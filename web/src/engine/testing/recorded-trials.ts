// What was seen when real browsers tried a real coturn: Chromium 156 and Firefox 153, with each fault made on purpose.
import type { RelayRecord } from '../check/relay-trial.ts';

/** Chromium, by UDP. It also says 701 for an interface that leads nowhere, beside the one that works. */
export const chromium = {
  fine: {
    candidateCount: 4,
    errorCodes: [],
    end: 'open',
    figures: { roundTripMs: 1, loss: 0, bitsPerSecond: 3_067_344 },
  },
  fineByTcp: {
    candidateCount: 2,
    errorCodes: [701, 701],
    end: 'open',
    figures: { roundTripMs: 8.5, loss: 0, bitsPerSecond: 3_851_969 },
  },
  udpBlocked: {
    candidateCount: 0,
    errorCodes: [],
    end: 'late',
    figures: undefined,
  },
  tcpBlocked: {
    candidateCount: 0,
    errorCodes: [],
    end: 'late',
    figures: undefined,
  },
  wrongSecret: {
    candidateCount: 0,
    errorCodes: [401, 401, 401, 401],
    end: 'gathered',
    figures: undefined,
  },
  wrongSecretByTls: {
    candidateCount: 0,
    errorCodes: [701, 701, 401, 401],
    end: 'gathered',
    figures: undefined,
  },
  /** One packet in ten dropped, each way to the relay. */
  loss: {
    candidateCount: 3,
    errorCodes: [],
    end: 'open',
    figures: { roundTripMs: 0.6, loss: 0.12, bitsPerSecond: 2_806_117 },
  },
} as const satisfies Record<string, RelayRecord>;

export const firefox = {
  fine: {
    candidateCount: 2,
    errorCodes: [],
    end: 'open',
    figures: { roundTripMs: 1, loss: 0, bitsPerSecond: 2_446_256 },
  },
  udpBlocked: { candidateCount: 0, errorCodes: [], end: 'late', figures: undefined },
  tcpBlocked: { candidateCount: 0, errorCodes: [], end: 'late', figures: undefined },
  wrongSecret: {
    candidateCount: 0,
    errorCodes: [401, 401],
    end: 'gathered',
    figures: undefined,
  },
  /** By TLS, with a certificate that no authority has signed. It gives no reason. */
  strangeCertificate: {
    candidateCount: 0,
    errorCodes: [],
    end: 'gathered',
    figures: undefined,
  },
} as const satisfies Record<string, RelayRecord>;
