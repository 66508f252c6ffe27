// Notes what a page was made to do that nobody here would have it do: scripts that ran, what its policy stopped, whom it
// asked for something, and where it went.
import type { Page } from '@playwright/test';

interface PageLog {
  /** Functions that only a script from outside calls here. */
  readonly calls: string[];
  /** Directives of the Content-Security-Policy that something ran up against. */
  readonly violations: string[];
}

declare global {
  interface Window {
    pageLog: PageLog;
  }
}

export interface PageWatch {
  readonly asked: ReadonlySet<string>;
  readonly log: () => Promise<PageLog>;
}

/** Call before the page loads. `asked` grows by the hosts of requests and sockets. */
export async function watchPage(page: Page): Promise<PageWatch> {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).host));
  page.on('websocket', (socket) => asked.add(new URL(socket.url()).host));
  await page.addInitScript(installLog);
  return { asked, log: () => page.evaluate(() => window.pageLog) };
}

function installLog(): void {
  const log: PageLog = { calls: [], violations: [] };
  const noted = (name: string) => () => void log.calls.push(name);
  const names = ['alert', 'confirm', 'prompt', 'print', 'open'];
  window.pageLog = log;
  Object.assign(window, Object.fromEntries(names.map((name) => [name, noted(name)])));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
    log.violations.push(effectiveDirective),
  );
}
