// The operator's variables, gathered from where they are set and checked before anything runs with them.
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { unstable_readConfig as readWranglerConfig } from 'wrangler';
import { brandVariables } from '../web/brand.ts';
import { frameAncestorsVariable } from '../web/page-headers.ts';
import { type Config, decodeConfig, variableNames } from '../worker/src/config.ts';

export type Variables = Readonly<Record<string, string>>;

/** Of those, what the page is built with; the Worker knows nothing of it. */
const pageVariableNames = [frameAncestorsVariable, ...brandVariables];

const localFile = '.dev.vars';

/**
 * What the local server is told: wrangler.toml's [vars], .dev.vars over them, the environment over both. Sees
 * to it that .dev.vars has a ROOM_SECRET. Ends the program on a value the Worker would refuse.
 */
export function localVariables(): Variables {
  const layers = [deployedVariables(), readLocalFile(), process.env];
  const variables: Record<string, string> = {};
  for (const name of [...variableNames, ...pageVariableNames]) {
    const value = layers.findLast((layer) => layer[name] !== undefined)?.[name];
    if (value !== undefined) variables[name] = value;
  }
  check(variables, `${localFile}, wrangler.toml or the environment`);
  return variables;
}

/** What the page is to be built with, for the environment of whoever builds it; unset is set to nothing. */
export function pageVariables(variables: Variables): Variables {
  return Object.fromEntries(pageVariableNames.map((name) => [name, variables[name] ?? '']));
}

function readLocalFile(): NodeJS.Dict<string> {
  if (!existsSync(localFile)) {
    const note = '# Made on first start, for this machine only; never commit it.';
    writeFileSync(localFile, `${note}\n`, { mode: 0o600 });
  }
  const text = readFileSync(localFile, 'utf8');
  const variables = parseEnv(text);
  if (variables['ROOM_SECRET'] !== undefined) return variables;
  const secret = newSecret();
  const lineBreak = text === '' || text.endsWith('\n') ? '' : '\n';
  appendFileSync(localFile, `${lineBreak}ROOM_SECRET=${secret}\n`);
  return { ...variables, ROOM_SECRET: secret };
}

/** wrangler.toml's [vars]: all that a deployment is told but its secrets. */
export function deployedVariables(): Variables {
  const { vars } = readWranglerConfig({ config: 'wrangler.toml' });
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, String(value)]));
}

/** Decodes as the Worker will; ends the program with one sentence for each variable that it would refuse. */
export function check(variables: Variables, setIn: string): Config {
  const decoded = decodeConfig(variables);
  if (decoded.ok) return decoded.config;
  for (const problem of decoded.problems) console.error(problem);
  console.error(`Set it in ${setIn}, and start again.`);
  return process.exit(1);
}

/** 256 random bits, as text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
