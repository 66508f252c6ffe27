import { defineConfig } from '@playwright/test';
import ofTests from '../e2e/playwright.config.ts';

const { launchOptions } = ofTests.use ?? {};

export default defineConfig(ofTests, {
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../.cache/playwright-bench',
  timeout: 600_000,
  // With four cameras at full size everything is late.
  expect: { timeout: 120_000 },
  reporter: 'line',
  use: {
    trace: 'off',
    screenshot: 'off',
    launchOptions: {
      ...launchOptions,
      args: [
        ...(launchOptions?.args ?? []),
        // More is more than two processors encode twelve times over.
        '--use-fake-device-for-media-stream=fps=10',
      ],
    },
  },
});
