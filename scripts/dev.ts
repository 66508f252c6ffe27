// `npm run dev`: the page from Vite with hot reload, the Worker from wrangler, which rebuilds it on change.
import { mkdirSync } from 'node:fs';
import { createServer } from 'vite';
import { type LocalServer, startLocalServer, stopOnSignals } from './local-server.ts';
import { localVariables, pageVariables } from './variables.ts';

/** The port that web/vite.config.ts sends /api to. */
const workerPort = 8787;

let server: LocalServer | undefined;
stopOnSignals(() => server);

try {
  mkdirSync('web/dist', { recursive: true });
  const variables = localVariables();
  server = await startLocalServer({
    port: workerPort,
    variables,
    portAdvice: 'End that program first: the page asks for the Worker on this port.',
  });
  // Where web/vite.config.ts, which is read now, looks for them.
  Object.assign(process.env, pageVariables(variables));
  const page = await createServer({ root: 'web' });
  await page.listen();
  page.printUrls();
  await server.ended;
  await page.close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
