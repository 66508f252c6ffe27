// Does a browser trust the certificate, and for how long?
import type { Check, Context } from '../context.ts';
import { type Change, type Finding, green, grey, red } from '../row.ts';
import { openTls } from '../stun/stream.ts';
import { tlsEndpoint } from './ports.ts';

interface Seen {
  readonly host: string;
  /** What is wrong with it, as a code of OpenSSL or Node. */
  readonly problem: string | undefined;
  readonly daysLeft: number;
  /** Whom it is for. */
  readonly names: string;
}

const dayMs = 86_400_000;
/** certbot renews thirty days before the end. Whoever has less than a week, has a renewal that fails. */
const leastDays = 7;

export function certificateCheck(port: number): Check {
  return {
    group: 'TLS',
    name: `certificate ${port}`,
    needs: 'nothing',
    run: async (context) => {
      const seen = await look(context, port);
      return seen ? judge(seen) : grey(`tls ${port} does not answer`);
    },
  };
}

async function look(context: Context, port: number): Promise<Seen | undefined> {
  const endpoint = tlsEndpoint(context, port);
  const opened = endpoint && (await openTls(endpoint));
  if (!opened?.ok) return undefined;
  const { socket } = opened;
  const certificate = socket.getPeerX509Certificate();
  const endMs = certificate ? Date.parse(certificate.validTo) : 0;
  socket.destroy();
  return {
    host: context.host,
    problem: socket.authorized ? undefined : String(socket.authorizationError),
    daysLeft: Math.floor((endMs - context.nowMs()) / dayMs),
    names: (certificate?.subjectAltName ?? 'nobody').replaceAll('DNS:', ''),
  };
}

const renew: Change = {
  where: 'host',
  line: 'certbot renew && /usr/local/lib/earshot-relay/renewed',
};

function judge({ host, problem, daysLeft, names }: Seen): Finding {
  if (daysLeft < 0) {
    const means =
      'It is not renewed, or coturn was not told of the new one: no browser connects by TLS.';
    return red(`expired ${-daysLeft} days ago`, means, renew);
  }
  if (problem === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const means = `It is for another name than ${host}: no browser connects by TLS.`;
    const path = `TURN_CERTIFICATE=/etc/letsencrypt/live/${host}/fullchain.pem`;
    return red(`for ${names}`, means, { where: 'relay.env', line: path });
  }
  if (problem !== undefined) {
    const means =
      'No browser trusts it. Mostly the file holds the certificate without those between it and its authority.';
    const path = `TURN_CERTIFICATE=/etc/letsencrypt/live/${host}/fullchain.pem`;
    return red(problem, means, { where: 'relay.env', line: path });
  }
  const left = `${daysLeft} days left`;
  if (daysLeft >= leastDays) return green(left);
  return red(left, 'Its renewal does not work: soon no browser connects by TLS.', renew);
}
