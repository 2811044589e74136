import { defineConfig } from '@playwright/test';
import { installedChromium } from './scripts/lib/browser.mjs';

const chromium = installedChromium();

export default defineConfig({
  testDir: 'test',
  outputDir: '.cache/test-artefacts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  projects: [
    { name: 'shells', testMatch: '{e2e,desktop}/**/*.spec.ts' },
    // Hundreds of small programs: recording them would take longer than running them.
    { name: 'libraries', testMatch: 'libraries/**/*.spec.ts', timeout: 60_000, use: { trace: 'off' } },
    { name: 'conformance', testMatch: 'conformance/**/*.spec.ts', timeout: 30_000, use: { trace: 'off' } },
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
