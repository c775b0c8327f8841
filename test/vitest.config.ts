import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { resolveLowestPeers } from './package/lowestPeers.js'
import { chromiumLaunch } from './support/chromium.js'
import { compileReact } from './support/reactCompiler.js'

const root = fileURLToPath(new URL('..', import.meta.url))

const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunch }),
  instances: [{ browser: 'chromium' as const }],
})

/**
 * Files that are run a second time, and stories, which share a page in Storybook, too. An engine that is warm takes a third
 * of the time. Files of `component` are pages of their own, because many of them play a reload.
 */
const sharedWorker = { isolate: false, unstubGlobals: true }

/** Milliseconds. A person who types takes a while on a machine that is busy. */
const PATIENCE = 30_000

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

/** What the examples of the docs import, as an app does. */
const ourOwnName = [
  { find: /^matrix-phone-verification$/, replacement: `${root}src/index.ts` },
  { find: /^matrix-phone-verification\/parts$/, replacement: `${root}src/form/parts.ts` },
  { find: /^matrix-phone-verification\/styles\.css$/, replacement: `${root}src/styles.css` },
  {
    find: /^matrix-phone-verification\/locales\/([\w-]+)$/,
    replacement: `${root}src/messages/locales/$1.ts`,
  },
  { find: /^matrix-phone-verification\/testing$/, replacement: `${root}src/testing/index.ts` },
  { find: /^matrix-phone-verification\/testing\/msw$/, replacement: `${root}src/testing/msw.ts` },
]

export default defineConfig({
  root,
  test: {
    // By itself Vitest leaves one core alone, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{matrix,verification,phone,messages,testing,model,house}/**/*.test.ts'],
          setupFiles: ['test/support/failOnConsole.ts'],
        },
      },
      {
        root,
        plugins: [react()],
        resolve: { alias: ourOwnName },
        test: {
          name: 'component',
          testTimeout: PATIENCE,
          environment: 'jsdom',
          include: ['test/{hooks,form,phone,model,docs}/**/*.test.tsx'],
          setupFiles: ['test/support/failOnConsole.ts', 'test/support/react.ts'],
        },
      },
      {
        root,
        plugins: [resolveLowestPeers()],
        test: {
          name: 'lowest-peers',
          ...sharedWorker,
          testTimeout: PATIENCE,
          environment: 'jsdom',
          include: [
            'test/form/**/*.test.tsx',
            'test/hooks/{hydration,lifetime,onVerified,queryClient,resume,serverRendering}.test.tsx',
            'test/package/lowestPeers.test.ts',
          ],
          // What needs React 19, as the design systems do here, and what jsdom makes of React 18's server rendering.
          exclude: ['test/form/{activity,hiddenForm,hydration,page,recipes}.test.tsx'],
          globalSetup: ['test/package/lowestPeers.ts'],
          setupFiles: [
            'test/support/sharedWorker.ts',
            'test/support/failOnConsole.ts',
            'test/support/react.ts',
          ],
        },
      },
      {
        root,
        plugins: [compileReact(/\/(src|test)\/[^?]*\.tsx?$/)],
        test: {
          name: 'react-compiler',
          ...sharedWorker,
          testTimeout: PATIENCE,
          environment: 'jsdom',
          include: ['test/form/{code,page,remarks,time}.test.tsx', 'test/hooks/oneRequest.test.tsx'],
          setupFiles: [
            'test/support/sharedWorker.ts',
            'test/support/failOnConsole.ts',
            'test/support/react.ts',
          ],
        },
      },
      {
        root,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/{package,docs}/**/*.test.ts'],
          exclude: ['test/package/lowestPeers.test.ts'],
          globalSetup: ['test/package/consumer.ts'],
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      {
        root,
        plugins: [react()],
        optimizeDeps: { include: [...prebundled, '@radix-ui/react-dialog', '@mantine/core'] },
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
        test: { name: 'stories', ...sharedWorker, browser: browser() },
      },
    ],
  },
})
