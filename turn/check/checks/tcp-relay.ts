// Is only UDP relayed?
import type { Admitted, Check } from '../context.ts';
import { type Finding, coturn, green, grey, red, said } from '../row.ts';

export const tcpRelay: Check = {
  group: 'peers',
  name: 'tcp relay',
  needs: 'an allocation',
  run: judge,
};

async function judge({ admissions, clients, fresh }: Admitted): Promise<Finding> {
  // Over UDP it can't be asked for (RFC 6062, section 4.1).
  const admission = admissions.find(
    ({ endpoint, answer }) => endpoint.transport !== 'udp' && answer.kind === 'success',
  );
  if (!admission) return grey('it takes a TCP port that answers to ask for it');
  const answer = await clients.allocate(admission.endpoint, {
    credential: fresh(),
    transport: 'tcp',
  });
  switch (answer.kind) {
    case 'success':
      return red(
        'granted',
        "The relay opens TCP connections for whoever opens a room's link: a proxy to every web server.",
        ...coturn('no-tcp-relay'),
      );
    case 'refused':
      return green(said(answer));
    case 'silent':
      return grey(said(answer));
    default:
      return answer satisfies never;
  }
}
