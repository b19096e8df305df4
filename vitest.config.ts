import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { CHROMIUM_FLAGS, findBrowser } from './scripts/browser/find-browser.ts'
import { freezePage } from './tests/browser/freeze-page.ts'
import { pressInInspector } from './tests/browser/press-in-inspector.ts'

const executablePath = findBrowser()?.path

/** A real Chromium, the same for every project that needs one. */
function chromium(contextOptions: { reducedMotion?: 'reduce' } = {}) {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    viewport: { width: 1280, height: 800 },
    provider: playwright({
      contextOptions,
      launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS },
    }),
    instances: [{ browser: 'chromium' as const }],
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { tsconfigPaths: true },
        test: {
          name: 'node',
          environment: 'node',
          include: ['packages/*/{src,test}/**/*.test.ts', 'tests/node/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
          setupFiles: ['tests/watch/watch-console.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Minutes, not seconds: `pnpm test:long` runs these, one file after the other.
        resolve: { tsconfigPaths: true },
        test: {
          name: 'long',
          environment: 'node',
          include: ['tests/long/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        plugins: [react()],
        resolve: { tsconfigPaths: true },
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['packages/react/src/**/*.test.tsx'],
          exclude: ['**/*.browser.test.tsx', '**/node_modules/**'],
          setupFiles: ['packages/react/test/setup-dom.ts'],
          testTimeout: 15_000,
        },
      },
      {
        plugins: [react()],
        resolve: { tsconfigPaths: true },
        optimizeDeps: {
          // Found before the first test: what is found during one has the page reloaded under it.
          entries: ['packages/*/{src,test}/**/*.browser.test.{ts,tsx}'],
          include: [
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            '@tanstack/react-query',
            'twilio-video',
            'axe-core',
            'vitest-browser-react',
            '@internationalized/date',
            'react-aria/useCalendar',
            'react-aria-components/Button',
            'react-aria-components/Calendar',
            'react-aria-components/Dialog',
            'react-aria-components/I18nProvider',
            'react-aria-components/Modal',
            'react-aria-components/Tabs',
          ],
        },
        test: {
          name: 'browser',
          include: ['packages/*/{src,test}/**/*.browser.test.{ts,tsx}'],
          globalSetup: ['tests/browser/start-emulator.ts'],
          testTimeout: 30_000,
          fileParallelism: false,
          browser: { ...chromium(), commands: { freezePage, pressInInspector } },
        },
      },
      {
        // Every story of .storybook/main.ts as a test: it renders, its play function passes, axe finds nothing.
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'storybook',
          testTimeout: 30_000,
          fileParallelism: false,
          // What fades in is there, but cannot be seen yet: pictures of a moment prove nothing about it.
          browser: chromium({ reducedMotion: 'reduce' }),
        },
      },
    ],
  },
})
