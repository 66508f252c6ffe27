// Fails when what the page loads before a call can start grows past its budget: every kilobyte is waited for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budgetBytes = 60_000;
const folder = 'web/dist';

const page = readFileSync(join(folder, 'index.html'), 'utf8');
// Whatever index.html names is loaded at once; what is imported on demand it does not name.
const files = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].flatMap(([, path]) =>
  path === undefined ? [] : [path],
);
const sizes = files.map((path) => ({
  path,
  bytes: gzipSync(readFileSync(join(folder, path))).length,
}));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { path, bytes } of sizes) console.log(`${bytes} bytes  ${path}`);
console.log(
  `${total} bytes of JavaScript and CSS, gzip, until a call can start; budget ${budgetBytes}`,
);
if (files.length === 0)
  throw new Error(`${folder}/index.html names no script: was the page built?`);
if (total > budgetBytes) process.exitCode = 1;
