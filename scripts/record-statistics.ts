// `npm run record:statistics`: makes calls between real browsers go wrong in every way that a verdict names, and writes what
// the browsers counted to web/src/engine/quality/recorded/, where tests play it. Names of cases record those alone; they are in
// e2e/statistics/cases.ts. The machine should have nothing else to do: what else it does is recorded, too.
import { spawnSync } from 'node:child_process';
import { inOwnNetwork } from './own-network.ts';
import { installSystemPackages } from './system-packages.ts';

if (!installSystemPackages()) process.exit(1);
const command = inOwnNetwork([
  process.execPath,
  'e2e/statistics/record.ts',
  ...process.argv.slice(2),
]);
if (!command) {
  console.error(
    'It takes a network of its own: Linux, `unshare`, `ip`, `tc` and `nft`, and the right to use them.',
  );
  process.exit(1);
}
const [program, ...args] = command;
process.exit(spawnSync(program, args, { stdio: 'inherit' }).status ?? 1);
