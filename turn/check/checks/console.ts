// Do coturn's remote consoles stay shut?
import type { Check, Reached } from '../context.ts';
import { type Change, type Finding, coturn, green, red } from '../row.ts';
import { openTcp } from '../stun/stream.ts';

const consoles: readonly { readonly port: number; readonly changes: readonly Change[] }[] = [
  { port: 5766, changes: coturn('no-cli') },
  { port: 8080, changes: coturn('take out web-admin') },
];

export const remoteConsole: Check = {
  group: 'limits',
  name: 'console',
  needs: 'an answer',
  run: judge,
};

async function judge({ endpoint }: Reached): Promise<Finding> {
  const attempts = await Promise.all(
    consoles.map(async ({ port, changes }) => {
      const opened = await openTcp({ ...endpoint, port });
      if (opened.ok) opened.socket.destroy();
      return { port, changes, isOpen: opened.ok };
    }),
  );
  const open = attempts.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return green('nothing answers on tcp 5766 and 8080');
  const firewall = open.map(
    ({ port }) => ({ where: 'firewall', line: `refuse TCP to port ${port}` }) as const,
  );
  return red(
    `open: tcp ${open.map(({ port }) => port).join(' and ')}`,
    "These are the ports of coturn's consoles, from which whoever guesses the password runs the relay.",
    ...open.flatMap(({ changes }) => changes),
    ...firewall,
  );
}
