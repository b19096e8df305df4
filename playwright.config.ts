import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findBrowser } from './scripts/browser/find-browser.ts'

const executablePath = findBrowser()?.path

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/end-to-end',
  // One test at a time: two people in a call already fill two cores.
  workers: 1,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    permissions: ['camera', 'microphone'],
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...CHROMIUM_FLAGS,
        // The tab to share is chosen by title, without a dialog.
        '--auto-select-desktop-capture-source=Entire screen',
        '--auto-select-tab-capture-source-by-title=Harbor Advisory',
      ],
    },
  },
})
