import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunch } from './support/chromium.js'

const root = fileURLToPath(new URL('..', import.meta.url))

const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunch }),
  instances: [{ browser: 'chromium' as const }],
})

/** Named here, or the first run finds them one by one, reloads the page and fails. */
const prebundled = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  'react-hook-form',
  '@hookform/resolvers/standard-schema',
  '@tanstack/react-query',
  'zod/mini',
  'downshift',
  'libphonenumber-js/core',
  'libphonenumber-js/max',
  'libphonenumber-js/mobile/metadata',
  'react-phone-number-input/flags',
  'msw',
  'msw/browser',
  '@testing-library/react',
  '@testing-library/user-event',
]

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{matrix,verification,phone,messages,testing,house}/**/*.test.ts'],
          setupFiles: ['test/support/failOnConsole.ts'],
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/{hooks,form,phone}/**/*.test.tsx'],
          setupFiles: ['test/support/failOnConsole.ts', 'test/support/react.ts'],
        },
      },
      {
        root,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/consumer.ts'],
          testTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [react()],
        optimizeDeps: { include: prebundled },
        publicDir: '.storybook/public',
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.tsx'],
          setupFiles: ['test/support/failOnConsole.ts', 'test/support/react.ts'],
          browser: browser(),
        },
      },
      {
        root,
        plugins: [storybookTest({ configDir: `${root}.storybook` })],
        optimizeDeps: {
          include: [
            ...prebundled,
            '@storybook/react-vite',
            '@storybook/addon-a11y',
            '@storybook/addon-a11y/preview',
            '@storybook/addon-docs',
            '@storybook/addon-docs/blocks',
            'msw-storybook-addon',
            'storybook/test',
          ],
        },
        test: { name: 'stories', browser: browser() },
      },
    ],
  },
})
