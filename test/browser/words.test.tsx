import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { CodeStep } from '../../src/form/code/CodeStep.js'
import { UnsupportedStep, VerifiedStep } from '../../src/form/end/endSteps.js'
import { ExternalStep } from '../../src/form/end/ExternalStep.js'
import { NumberStep } from '../../src/form/number/NumberStep.js'
import { Frame } from '../../src/form/Root.js'
import type { UsePhoneVerificationResult } from '../../src/hooks/usePhoneVerification.js'
import { en } from '../../src/messages/en.js'
import { formatMessage } from '../../src/messages/format.js'
import type { MessageKey, Messages } from '../../src/messages/messages.js'
import '../../src/styles.css'
import { entriesOf, localeFiles } from '../messages/locales.js'
import { cutIn } from './cut.js'
import { NOW, PLACES, type Place } from './places.js'

const languages = [{ tag: 'en', messages: en }, ...localeFiles]

/** Words that tell which message they are. */
const keys = {
  ...en,
  ...Object.fromEntries(entriesOf(en).map(([key, text]) => [key, text.replace(/^[^{]*/, `«${key}»`)])),
}

/** Every message that is only said, by a region that nobody sees, where nothing can be cut. */
const SAID: MessageKey[] = [
  'countriesFound',
  'countryChanged',
  'sendInSpoken',
  'sendNow',
  'codeFilled',
  'verifyInSpoken',
  'verifyNow',
  'resendInSpoken',
  'resendNow',
  'resendMessageInSpoken',
  'resendMessageNow',
]

let clock = NOW

beforeEach(async () => {
  clock = NOW
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  // A small phone.
  await page.viewport(320, 700)
  document.body.style.margin = '0'
})

afterEach(() => {
  document.body.replaceChildren()
  document.body.removeAttribute('style')
})

/** Leads a person to a place, in English, and returns what puts the same place into another language. */
async function goTo(place: Place) {
  const container = document.createElement('main')
  container.style.padding = '1rem'
  document.body.append(container)
  const root = createRoot(container)
  const client = new QueryClient()
  const show = (messages: Messages, verification: UsePhoneVerificationResult) => {
    container.lang = messages.locale
    container.dir = /^(ar|fa|he)$/.test(messages.locale) ? 'rtl' : 'ltr'
    flushSync(() => root.render(<Screen {...{ place, messages, verification, client }} />))
  }
  for (const verification of place.verifications) show(en, verification)
  await place.act?.((time) => {
    clock += time
  })
  return {
    container,
    speak: (messages: Messages) => show(messages, place.verifications.at(-1) ?? place.verifications[0]),
    leave: () => root.unmount(),
  }
}

interface ScreenProps {
  place: Place
  messages: Messages
  verification: UsePhoneVerificationResult
  client: QueryClient
}

function Screen({ place, messages, verification, client }: ScreenProps) {
  const options = {
    homeserver: 'https://matrix.example.org',
    purpose: 'register' as const,
    defaultCountry: 'GB',
    storage: false as const,
    now: () => clock,
    ...place.options,
    messages,
  }
  const problem = place.problem ? formatMessage(messages[place.problem], { count: 8 }, messages.locale) : null
  return (
    <QueryClientProvider client={client}>
      <Frame
        form={{ verification, beginning: '', codeReceiverRef, options, as: 'form', problem, input: {} }}
        root={{}}
      >
        <NumberStep />
        <CodeStep />
        <ExternalStep />
        <UnsupportedStep />
        <VerifiedStep />
      </Frame>
    </QueryClientProvider>
  )
}

const codeReceiverRef = { current: null }

it.each(Object.entries(PLACES))(
  '%s: every language says what it has to, and nothing is cut on a small phone',
  async (_, place) => {
    const { container, speak, leave } = await goTo(place)
    speak(keys)
    expect(place.shows.filter((key) => !textIn(container).includes(`«${key}»`))).toEqual([])
    const faults = languages.flatMap(({ tag, messages }) => {
      speak(messages)
      const unfilled = textIn(container).match(/\{\w*\}/g) ?? []
      return [...unfilled, ...cutIn(container)].map((fault) => `${tag}: ${fault}`)
    })
    expect(faults).toEqual([])
    leave()
  },
)

it('there is a place for every message, but for those that are only said', () => {
  const shown = new Set<MessageKey>([...SAID, ...Object.values(PLACES).flatMap(({ shows }) => shows)])
  expect(entriesOf(en).filter(([key]) => !shown.has(key))).toEqual([])
})

it.each([
  ['no country', 'phoneNumberHint'],
  ['no country', 'chooseCountry'],
  ['no country', 'phoneNumber'],
] as const)('sees in the place "%s" that %s is cut, if its words do not break', async (place, key) => {
  const { container, speak, leave } = await goTo(PLACES[place])
  container.querySelector<HTMLElement>('.mpv-root')?.style.setProperty('overflow-wrap', 'normal')
  speak({ ...en, [key]: 'x'.repeat(60) })
  expect(cutIn(container)).not.toEqual([])
  leave()
})

/** What stands in an element, or names what is in it. */
function textIn(container: HTMLElement): string {
  const named = [...container.querySelectorAll('[aria-label], [placeholder]')]
  const names = named.flatMap((one) => [one.getAttribute('aria-label'), one.getAttribute('placeholder')])
  return [container.textContent, ...names].join('\n')
}
