// `npm run screenshots`: not a test, but it comes to the screens as the tests do.
import { defineConfig } from '@playwright/test';
import tests from '../playwright.config.ts';

export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.shots.ts',
  outputDir: '../../.cache/playwright-screenshots',
  timeout: 300_000,
  reporter: 'list',
  use: { ...tests.use, trace: 'off', screenshot: 'off' },
});
