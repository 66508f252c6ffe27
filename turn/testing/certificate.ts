// Certificates of an authority that only the tests know, by openssl.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All in PEM. */
export interface Certificate {
  readonly chain: string;
  readonly key: string;
  /** The certificate of whoever signed it. */
  readonly authority: string;
}

/** Valid for `days`, or until a day ago. */
export function certificateFor(domain: string, { isExpired = false, days = 30 } = {}): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-certificate-'));
  const file = (name: string) => join(folder, name);
  try {
    const clock = isExpired ? ['faketime', `-${days + 1} days`] : [];
    const make = [...clock, 'openssl', 'req', '-x509', '-days', String(days), '-nodes'];
    make.push('-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1');
    const authority = ['-subj', '/CN=Authority of the tests', '-keyout', file('ca.key')];
    run([...make, ...authority, '-out', file('ca.pem')]);
    const host = ['-subj', `/CN=${domain}`, '-addext', `subjectAltName=DNS:${domain}`];
    host.push('-addext', 'basicConstraints=critical,CA:FALSE', '-keyout', file('key.pem'));
    run([...make, ...host, '-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-out', file('c.pem')]);
    const read = (name: string) => readFileSync(file(name), 'utf8');
    return { chain: read('c.pem'), key: read('key.pem'), authority: read('ca.pem') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run([program = '', ...args]: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} made no certificate:\n${stderr}`);
}
