import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import addonMsw from 'msw-storybook-addon'
import { setupWorker } from 'msw/browser'
import '../stories/support/form.css'
import '../stories/support/stage.css'
import { checkEveryLook } from '../stories/support/inEveryLook.js'
import { loadLanguage } from '../stories/support/language.js'
import { onStart } from '../stories/support/onStart.js'
import { speakLanguage } from '../stories/support/spoken.js'
import { withStage } from '../stories/support/Stage.js'
import { withHomeserver } from '../stories/support/withHomeserver.js'
import { globalTypes, initialGlobals } from './toolbar.js'

/** A call that no handler answers goes out as it is: the Playground may ask a real homeserver. */
async function startWorker() {
  const worker = setupWorker()
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
  return worker
}

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonMsw(startWorker)],
  decorators: [withStage, withHomeserver],
  loaders: [async ({ globals }) => ({ language: await loadLanguage(globals['locale']) })],
  initialGlobals,
  globalTypes,
  beforeEach: [onStart(() => sessionStorage.clear()), speakLanguage],
  afterEach: checkEveryLook,
  parameters: {
    a11y: { test: 'error' },
    // Only the Playground has some.
    controls: { disable: true },
    layout: 'fullscreen',
    options: {
      storySort: {
        order: [
          'Start here',
          'Try it',
          'Guides',
          [
            'Registration',
            'Password reset',
            'Adding a number',
            'A field in your form',
            'A profile with a number',
            'Your own interface',
            'Building blocks',
            'Parts and design systems',
            'Theming',
            'Languages',
            'Developing and testing',
            'Next.js',
            'matrix-js-sdk',
            'Events and analytics',
            'Security',
          ],
          'Reference',
          [
            'PhoneVerificationForm',
            'PhoneVerificationField',
            'usePhoneVerification',
            'Account hooks and functions',
            'Client and discovery',
            'Phone numbers',
            'Errors and recovery',
            'Simulated homeserver',
          ],
          'Servers',
          ['Set-up', 'Troubleshooting'],
          'Quality',
          ['Accessibility', 'Performance', 'Browsers', 'Where it runs', 'Versions', 'Gallery'],
          'Playground',
          'Form',
          ['Number', 'What was typed', 'Connection', 'The server says no', 'Code', 'Verified', 'Languages'],
          'Field',
          'Screens',
          'Parts',
          'Design systems',
          'Pages',
        ],
      },
    },
  },
})
