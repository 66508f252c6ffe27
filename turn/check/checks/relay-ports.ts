// Are the ports that the relay gives out open to the internet?
import { randomBytes } from 'node:crypto';
import { type Socket, createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { Allocated } from '../clients.ts';
import type { Admitted, Check } from '../context.ts';
import { type Finding, green, grey, red, said } from '../row.ts';
import { peerFromHere } from './peer-from-here.ts';

/** coturn draws them at random: if a tenth of them is closed, four checks in seven see it. */
const portsTried = 8;

export const relayPorts: Check = {
  group: 'peers',
  name: 'relay ports',
  needs: 'an allocation',
  run: judge,
};

async function judge(context: Admitted): Promise<Finding> {
  const peer = peerFromHere(context);
  if ('why' in peer) return grey(peer.why);
  const { clients, endpoint, fresh, from } = context;
  const socket = createSocket(isIPv6(peer.address) ? 'udp6' : 'udp4');
  socket.bind(0, from);
  try {
    const tries = Array.from({ length: portsTried }, async () => {
      const allocated = await clients.allocate(endpoint, { credential: fresh() });
      if (allocated.kind !== 'success') return said(allocated);
      const permission = await allocated.client.permit(peer.address);
      if (permission.kind !== 'success') return `${peer.address} ${said(permission)} as a peer`;
      return { port: allocated.relayed.port, isOpen: await arrives(socket, allocated) };
    });
    return verdict(await Promise.all(tries), context);
  } finally {
    socket.close();
  }
}

function arrives(socket: Socket, { client, relayed }: Allocated): Promise<boolean> {
  const datagram = randomBytes(12);
  return client.hears(datagram, () => socket.send(datagram, relayed.port, relayed.address));
}

function verdict(
  tries: readonly (string | { readonly port: number; readonly isOpen: boolean })[],
  { allocation }: Admitted,
): Finding {
  const ports = tries.filter((each) => typeof each !== 'string');
  const closed = ports.filter(({ isOpen }) => !isOpen).map(({ port }) => port);
  if (closed.length > 0) {
    return red(
      `${closed.length} of ${ports.length} closed: ${closed.toSorted((left, right) => left - right).join(', ')}`,
      'Media for people behind the relay does not get in.',
      {
        where: 'firewall',
        line: `allow UDP to ${allocation.relayed.address} ports 49152-65535 (TURN_PORTS of relay.env) from everywhere`,
      },
    );
  }
  const why = tries.find((each) => typeof each === 'string');
  return why === undefined ? green(`${ports.length} tried at random, all open`) : grey(why);
}
