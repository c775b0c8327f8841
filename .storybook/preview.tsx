import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import addonMsw from 'msw-storybook-addon'
import { setupWorker } from 'msw/browser'
import '../src/styles.css'
import '../stories/support/stage.css'
import { withFreshQueryClient } from '../stories/support/withFreshQueryClient.js'
import { homeserverToolbar, withHomeserverToolbar } from '../stories/support/withHomeserverToolbar.js'

/** A call that no handler answers goes out as it is: the Playground may ask a real homeserver. */
async function startWorker() {
  const worker = setupWorker()
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
  return worker
}

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonMsw(startWorker)],
  decorators: [withFreshQueryClient, withHomeserverToolbar],
  initialGlobals: { theme: 'light' },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    ...homeserverToolbar,
  },
  beforeEach: () => sessionStorage.clear(),
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'fullscreen',
    options: {
      storySort: { order: ['Start here', 'Try it', 'Form', 'Screens', 'Parts', 'Playground', 'Docs'] },
    },
  },
})
