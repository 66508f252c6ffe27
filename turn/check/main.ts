// `npm run turn:check -- HOST`: says whether a relay does what calls need, and nothing else.
import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { checkRelay } from './check-relay.ts';
import type { Outside } from './context.ts';
import { type Options, help, readOptions } from './options.ts';
import { readAccess } from './read-access.ts';
import type { Row } from './row.ts';
import { type Paint, table } from './table.ts';

const status = { ok: 0, red: 1, wrong: 2, stopped: 130 };
const columns = 100;
const paint: Paint = (verdict, text) => styleText(verdict, text, { stream: process.stdout });

process.exitCode = await run(readOptions(process.argv.slice(2), read));

async function run(options: Options): Promise<number> {
  switch (options.kind) {
    case 'help':
      console.log(help);
      return status.ok;
    case 'wrong':
      console.error(options.problem);
      return status.wrong;
    case 'check': {
      const access = readAccess(process.env, read);
      if (typeof access === 'string') return run({ kind: 'wrong', problem: access });
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      const rows = await checkRelay({ ...options.target, access }, outside(stop.signal));
      if (stop.signal.aborted) return status.stopped;
      print(rows, options.isJson);
      return rows.some(({ verdict }) => verdict === 'red') ? status.red : status.ok;
    }
    default:
      return options satisfies never;
  }
}

function outside(stop: AbortSignal): Outside {
  return { lookup: addressesOf, nowMs: Date.now, stop };
}

async function addressesOf(name: string): Promise<string[]> {
  try {
    return (await lookup(name, { all: true })).map(({ address }) => address);
  } catch {
    return []; // There is no such name, or nobody to ask: the row says both.
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // Whoever asked for it says so.
  }
}

function print(rows: readonly Row[], isJson: boolean): void {
  console.log(isJson ? JSON.stringify(rows, null, 2) : `\n${table(rows, columns, paint)}`);
}
