// A reconnecting socket over fake ones, with everything it says.
import { subprotocol } from '../../../../protocol/limits.ts';
import { ReconnectingSocket } from '../signaling/reconnecting-socket.ts';
import { fakeEnvironment } from './fake-environment.ts';
import type { FakeSocket } from './fake-socket.ts';

export function watchedSocket() {
  const environment = fakeEnvironment();
  const { clock, sockets } = environment;
  const socket = new ReconnectingSocket({
    environment,
    url: 'ws://room.test',
    protocols: () => [subprotocol, `opened-${sockets.length}`],
  });
  const events: string[] = [];
  socket.on('frame', (frame) => events.push(frame));
  socket.on('down', (reason) => events.push(reason ? `down ${reason}` : 'down'));
  socket.on('up', () => events.push('up'));
  socket.on('refused', (reason) => events.push(`refused ${reason}`));
  socket.open();
  const latest = (): FakeSocket => {
    const last = sockets.at(-1);
    if (!last) throw new Error('no socket was opened');
    return last;
  };
  return { environment, clock, sockets, socket, events, latest };
}
