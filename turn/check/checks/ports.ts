// Do the ports that browsers know answer?
import type { Check, Context } from '../context.ts';
import { type Change, type Finding, coturn, green, grey, red, said } from '../row.ts';
import { type Endpoint, noRoute, silence } from '../stun/endpoint.ts';

type Transport = Endpoint['transport'];

export function portCheck(transport: Transport, port: number): Check {
  const name = `${transport} ${port}`;
  return { group: 'reach', name, needs: 'nothing', run: judge };

  async function judge({ reaches }: Context): Promise<Finding> {
    const reach = reaches.find(({ endpoint }) => name === nameOf(endpoint));
    if (!reach) return grey('there is no address to talk to');
    const { answer, endpoint } = reach;
    if (answer.kind === 'success') {
      return green(`${answer.roundTripMs.toFixed(1)} ms there and back`);
    }
    const isOnTheWay = answer.kind === 'silent' && [silence, noRoute].includes(answer.why);
    return red(said(answer), losses[transport], ...changesFor(endpoint, isOnTheWay));
  }
}

export const noTls: Check = {
  group: 'reach',
  name: 'tls',
  needs: 'nothing',
  run: async () => grey('because of --no-tls'),
};

/** Where TLS is spoken, if it is. */
export function tlsEndpoint({ reaches }: Context, port: number): Endpoint | undefined {
  const reach = reaches.find(({ endpoint }) => nameOf(endpoint) === `tls ${port}`);
  return reach?.answer.kind === 'success' ? reach.endpoint : undefined;
}

export function nameOf({ transport, port }: Endpoint): string {
  return `${transport} ${port}`;
}

const losses: Readonly<Record<Transport, string>> = {
  udp: 'Relayed calls want UDP: without it they stutter, or do not come about.',
  tcp: 'Where UDP is blocked there is no call.',
  tls: 'Where only the web gets through there is no call. Look on with --no-tls if that is meant.',
};

function changesFor({ transport, port, address }: Endpoint, isOnTheWay: boolean): Change[] {
  const service = { where: 'host', line: 'systemctl status earshot-relay' } as const;
  if (isOnTheWay) {
    const protocol = transport === 'udp' ? 'UDP' : 'TCP';
    const line = `allow ${protocol} from everywhere to ${address} port ${port}, in the cloud's rules and the host's`;
    return [{ where: 'firewall', line }, service];
  }
  // It is the likeliest when nothing answers, and the quickest to look at.
  const lines = {
    udp: [`listening-port=${port}`],
    tcp: [`listening-port=${port}`, 'take out no-tcp'],
    tls: [port === 443 ? 'tls-listening-port=443' : `aux-server=${address}:${port}`],
  };
  const certificate = {
    where: 'relay.env',
    line: 'TURN_CERTIFICATE and TURN_CERTIFICATE_KEY',
  } as const;
  return [service, ...(transport === 'tls' ? [certificate] : []), ...coturn(...lines[transport])];
}
