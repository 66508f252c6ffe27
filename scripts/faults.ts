// `npm run test:faults`: breaks calls between real browsers, each fault for its whole time, and shows what was measured
// as a table. Names of specs in e2e/faults run those alone; `--write` keeps the table in docs/reliability.md.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { browsers, reportFile, specsOf } from './browsers.ts';
import { conclude } from './conclude.ts';
import { faultTable } from './fault-table.ts';
import { machine } from './machine.ts';
import { runSuite } from './suite.ts';
import { installSystemPackages } from './system-packages.ts';

const file = 'docs/reliability.md';
const marker = '<!-- What follows is written by `npm run test:faults -- --write`. -->\n';

const isWritten = process.argv.includes('--write');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (isWritten && names.length > 0) fail(`${file} has every fault: run all of them to write it.`);
if (!installSystemPackages()) process.exit(1);
const build = spawnSync('vite', ['build', 'web', '--logLevel', 'warn'], { stdio: 'inherit' });
if (build.status !== 0) fail('The page could not be built: run this by npm, and see above.');

const paths = names.length > 0 ? names.map((name) => `faults/${name}`) : ['faults/'];
const suite = browsers(...paths);
const count = runSuite({ ...suite, name: 'faults', env: { FAULTS: 'whole' } });
if (existsSync(reportFile)) {
  const table = faultTable(specsOf(JSON.parse(readFileSync(reportFile, 'utf8'))));
  console.log(`\n${table}`);
  if (isWritten) {
    const [byHand = ''] = readFileSync(file, 'utf8').split(marker);
    writeFileSync(file, `${byHand}${marker}\n${machine()}\n\n${table}\n`);
  }
}
conclude([count]);

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
