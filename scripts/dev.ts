// `npm run dev`: the page from Vite with hot reload, the Worker from wrangler, which rebuilds it on change.
import { mkdirSync } from 'node:fs';
import { createServer } from 'vite';
import { startLocalServer } from './local-server.ts';
import { localVariables } from './variables.ts';

/** The port that web/vite.config.ts sends /api to. */
const workerPort = 8787;

const variables = localVariables();
mkdirSync('web/dist', { recursive: true });

try {
  const worker = await startLocalServer({ port: workerPort, variables });
  const page = await createServer({ root: 'web' });
  await page.listen();
  page.printUrls();
  const stop = () => void Promise.all([page.close(), worker.stop()]);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await worker.ended;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
