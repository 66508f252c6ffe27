// Who is at the other end of a DTLS transport: the SHA-256 fingerprint of a certificate, in upper case with colons, as
// a description announces it (RFC 8122, section 5) and as the transport has really seen it.

/** Of a description that announces several, or one that is no SHA-256: a browser would be content with any of them. */
export const unclear = 'unclear';

/** The fingerprint in a description, or `unclear`; undefined if there is none, with which no browser connects. */
export function fingerprintOf(sdp: string): string | undefined {
  const lines = sdp.split(/\r?\n/).filter((line) => /^\s*a\s*=\s*fingerprint/i.test(line));
  const [first, ...others] = new Set(lines.map(strictly));
  return others.length === 0 ? first : unclear;
}

function strictly(line: string): string {
  const [, hex] = /^a=fingerprint:sha-256 ((?:[\da-f]{2}:){31}[\da-f]{2})$/i.exec(line) ?? [];
  return hex?.toUpperCase() ?? unclear;
}

interface TransportStats extends RTCStats {
  readonly remoteCertificateId?: string;
}

interface CertificateStats extends RTCStats {
  readonly fingerprint: string;
}

/**
 * The fingerprints of the certificates that the other side really used, on any transport (W3C WebRTC Statistics,
 * section 8.18). Empty where the browser does not tell (Firefox): then there is but its own check.
 */
export async function usedFingerprints(connection: RTCPeerConnection): Promise<string[]> {
  const transports: TransportStats[] = [];
  const certificates = new Map<string, CertificateStats>();
  const report = await connection.getStats();
  report.forEach((stats: RTCStats & Partial<CertificateStats>) => {
    if (stats.type === 'transport') transports.push(stats);
    const { fingerprint } = stats;
    if (stats.type === 'certificate' && fingerprint)
      certificates.set(stats.id, { ...stats, fingerprint });
  });
  return transports.flatMap(({ remoteCertificateId = '' }) => {
    const certificate = certificates.get(remoteCertificateId);
    return certificate ? [certificate.fingerprint.toUpperCase()] : [];
  });
}
