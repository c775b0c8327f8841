import { expect, it } from 'vitest'
import { en } from '../../src/messages/en.js'
import '../../src/styles.css'
import type { Messages } from '../../src/messages/messages.js'
import { entriesOf, localeFiles } from '../messages/locales.js'

/** What stands in a button; everything else is a text that may break into lines. */
const BUTTONS =
  /^(sendCode|verify|resend(Code|Message)|changeNumber|sendAnyway|tryAgain|sign(In|Up)|acceptTerms|contact|startOver|externalConfirm)$/

const VALUES: Record<string, string> = {
  time: '14:59',
  duration: '15 minutes',
  number: '+49 1522 8817386',
  country: 'Saint Vincent & the Grenadines',
  count: '240',
}

/** Puts every message of a language into a phone of 320 px, and says which of them are wider than it. */
function tooWide(messages: Messages): string[] {
  const root = document.createElement('div')
  root.className = 'mpv-root'
  // 320 px without the page's usual margins.
  root.style.width = '288px'
  document.body.append(root)
  const wide = entriesOf(messages).filter(([key, message]) => {
    const element = document.createElement(BUTTONS.test(key) ? 'button' : 'p')
    element.className = BUTTONS.test(key) ? 'mpv-primary-button' : 'mpv-text'
    element.textContent = message.replace(/\{(\w+)\}/g, (_, name: string) => VALUES[name] ?? name)
    root.replaceChildren(element)
    return root.scrollWidth > root.clientWidth
  })
  root.remove()
  return wide.map(([key]) => key)
}

const languages = [{ tag: 'en', messages: en }, ...localeFiles]

it.each(languages)('every text of $tag fits a screen of 320 px', ({ messages }) => {
  expect(tooWide(messages)).toEqual([])
})

it('sees a word that does not fit', () => {
  expect(tooWide({ ...en, codeMissing: 'x'.repeat(60) })).toEqual(['codeMissing'])
})
