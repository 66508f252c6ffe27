import { defineConfig } from '@playwright/test';
import { chromiumPath } from '../scripts/system-packages.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/playwright',
  // Two cores: one call at a time, or its browsers starve each other.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../.cache/playwright.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1000, height: 700 },
    // Not the trace's own pictures: it takes one of every frame, which cost a third of the machine.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromiumPath() ?? 'chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream=fps=10,device-count=3',
        '--auto-select-desktop-capture-source=Entire screen',
        '--autoplay-policy=no-user-gesture-required',
        // The calls of these tests never leave the machine, which may have no other interface.
        '--allow-loopback-in-peer-connection',
        // No authority of this world signs certificates for the relays of these tests.
        '--ignore-certificate-errors',

        // The last two are pages that each window loads for its address bar, which nobody sees here.
        '--disable-features=WebRtcHideLocalIpsWithMdns,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
      ],
    },
  },
});
