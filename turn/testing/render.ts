// What turn/render and turn/prepare make of a relay.env, and what they say to a wrong one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Settings, relayEnv } from './relay-env.ts';

export interface Rendered {
  /** coturn's configuration; empty when there are problems. */
  readonly configuration: string;
  /** A sentence for each wrong setting. */
  readonly problems: readonly string[];
}

const scripts = fileURLToPath(new URL('../', import.meta.url));

/** `text` is in relay.env, and `files` are beside it, where it names them as `FOLDER/name`. */
export function render(text: string | undefined, files: Settings = {}): Rendered {
  return inFolder(text === undefined ? files : { ...files, 'relay.env': text }, (folder) => {
    const { stdout, stderr } = spawnSync(join(scripts, 'render'), [folder], {
      cwd: folder,
      encoding: 'utf8',
    });
    const problems = stderr.replaceAll(folder, 'FOLDER').split('\n').filter(Boolean);
    return { configuration: stdout.replaceAll(folder, 'FOLDER'), problems };
  });
}

/** The guard on what coturn sends, for nft. */
export function renderGuard(settings: Settings): string {
  return inFolder({ 'relay.env': relayEnv(settings) }, (folder) => {
    spawnSync(join(scripts, 'prepare'), [folder]);
    return readFileSync(join(folder, 'egress.nft'), 'utf8');
  });
}

function inFolder<Result>(files: Settings, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-render-'));
  try {
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, name), text.replaceAll('FOLDER', folder));
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
