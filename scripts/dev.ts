// `npm run dev`: the page from Vite with hot reload, the Worker from wrangler, which rebuilds it on change.
import { mkdirSync } from 'node:fs';
import { createServer } from 'vite';
import { startLocalServer } from './local-server.ts';
import { localVariables } from './variables.ts';

/** The port that web/vite.config.ts sends /api to. */
const workerPort = 8787;

// Whatever ends this program ends the server with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit());
}

try {
  mkdirSync('web/dist', { recursive: true });
  const server = await startLocalServer({ port: workerPort, variables: localVariables() });
  const page = await createServer({ root: 'web' });
  await page.listen();
  page.printUrls();
  await server.ended;
  await page.close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
