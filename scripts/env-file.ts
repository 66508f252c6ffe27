// A file for wrangler's --env-file. Wrangler reads it as dotenv and then expands `$NAME`, so a value is written such
// that it comes out unchanged, and what can't be written so is refused.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unstable_getVarsForDev as readAsWrangler } from 'wrangler';
import type { Variables } from './variables.ts';

/**
 * Writes `variables` to `file`, which only its owner may read: a command line is open to every user of the machine.
 * Throws a sentence that names each variable wrangler would alter; it never shows a value.
 */
export function writeEnvFile(file: string, variables: Variables): void {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${quoted(value)}`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  const read = readAsWrangler(undefined, [resolve(file)], {}, undefined, true);
  const altered = Object.keys(variables).filter((name) => read[name]?.value !== variables[name]);
  if (altered.length === 0) return;
  throw new Error(
    `The local server can not be told ${altered.join(', ')} unaltered: leave one kind of quote (', \` or ") and line breaks out of it.`,
  );
}

/** Double quotes come last: inside them dotenv makes line breaks of \n and \r. */
function quoted(value: string): string {
  const quote = ["'", '`', '"'].find((mark) => !value.includes(mark)) ?? '';
  return quote + value.replaceAll('$', String.raw`\$`) + quote;
}
