import { generateProjects } from '@backstage/e2e-test-utils/playwright';
import { defineConfig } from '@playwright/test';

/** The browser tests of every package, against a portal that already runs (`./portal test browser` starts one). */
export default defineConfig({
  // Each person is a browser of its own that loads the bundle anew, in development a large one: slow where others work too.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  retries: 0,
  workers: 1,
  outputDir: 'node_modules/.cache/e2e-test-results',
  use: {
    actionTimeout: 60_000,
    baseURL: process.env.PLAYWRIGHT_URL ?? 'http://localhost:3000',
    screenshot: 'only-on-failure',
    // A trace doubles the time of a visit, and now and then cannot be packed: ask for one with `--trace on`.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: generateProjects(),
});
