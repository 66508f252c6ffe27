import { expect } from 'vitest';
import { certificateFor } from '../../testing/certificate.ts';
import { usual } from '../../testing/relay-env.ts';
import { blemishes, checkRelayHost, networkTest, said } from '../testing/check-relay-host.ts';

const domain = usual.TURN_DOMAIN;
const bothPorts = { red: ['certificate 443', 'certificate 5349'], grey: [] };

networkTest('an expired certificate is red', async () => {
  const rows = await checkRelayHost({
    hasTls: true,
    spoiledCertificate: certificateFor(domain, { isExpired: true }),
  });
  expect(blemishes(rows)).toEqual(bothPorts);
  expect(said(rows, 'certificate 443')).toMatch(/^expired [12] days ago/);
  expect(said(rows, 'certificate 443')).toContain('host: certbot renew');
});

networkTest('a certificate for another name is red', async () => {
  const rows = await checkRelayHost({
    hasTls: true,
    spoiledCertificate: certificateFor('www.earshot.test'),
  });
  expect(blemishes(rows)).toEqual(bothPorts);
  expect(said(rows, 'certificate 443')).toMatch(/^for www\.earshot\.test/);
});

networkTest('a certificate of an authority that nobody knows is red', async () => {
  const rows = await checkRelayHost({ hasTls: true, target: { authorities: [] } });
  expect(blemishes(rows)).toEqual(bothPorts);
  expect(said(rows, 'certificate 443')).toContain('fullchain.pem');
});

networkTest('a certificate that should have been renewed long ago is red', async () => {
  const rows = await checkRelayHost({
    hasTls: true,
    certificate: certificateFor(domain, { days: 6 }),
  });
  expect(blemishes(rows)).toEqual(bothPorts);
  expect(said(rows, 'certificate 443')).toMatch(/^5 days left/);
});
