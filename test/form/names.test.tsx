import { screen } from '@testing-library/react'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { de } from '../../src/messages/locales/de.js'
import { fa } from '../../src/messages/locales/fa.js'
import { advance, announced, NUMBER, problem, renderForm, setUp, settled } from './person.js'

beforeEach(setUp)

it('has a country, a number and a button, each under the name that is seen', async () => {
  const { person } = renderForm()
  await settled()
  expect(person.country.selectedOptions[0]?.textContent).toBe('United Kingdom (+44)')
  expect(person.number.value).toBe('')
  expect(person.button('Send code')).toBeTruthy()
  expect(screen.getAllByRole('textbox')).toEqual([person.number])
})

it('names the code and what can be done about it', async () => {
  const { person } = renderForm()
  await person.askForCode()
  expect(screen.getAllByRole('textbox')).toEqual([person.code])
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Verify',
    'Resend code',
    'Change number',
  ])
})

it('tells the browser what to fill in', async () => {
  const { person } = renderForm()
  expect(person.number.type).toBe('tel')
  expect(person.number.getAttribute('autocomplete')).toBe('tel')
  expect(person.number.dir).toBe('ltr')
  expect(person.country.getAttribute('autocomplete')).toBe('off')
  expect(person.country.name).not.toContain('country')
  const code = await person.askForCode()
  expect(code.type).toBe('text')
  const attributes = ['inputmode', 'autocomplete', 'autocapitalize', 'autocorrect', 'spellcheck', 'translate']
  expect(attributes.map((name) => code.getAttribute(name))).toEqual([
    'numeric',
    'one-time-code',
    'none',
    'off',
    'false',
    'no',
  ])
  expect(code.maxLength).toBe(-1)
  expect(code.dir).toBe('ltr')
})

it('draws boxes that no screen reader sees where the length of the code is known', async () => {
  const { person, container } = renderForm({ codeLength: 6 })
  await person.askForCode()
  expect(screen.getAllByRole('textbox')).toHaveLength(1)
  expect(container.querySelectorAll('[aria-hidden=true] .mpv-code-box')).toHaveLength(6)
})

it.each([undefined, 3, 9])('draws none where it is %s', async (codeLength) => {
  const { person, container } = renderForm({ codeLength })
  await person.askForCode()
  expect(container.querySelectorAll('.mpv-code-box')).toHaveLength(0)
})

it('says what the app says instead', async () => {
  const { person } = renderForm({ messages: { sendCode: 'Text me', phoneNumberHint: 'No spam.' } })
  expect(person.button('Text me')).toBeTruthy()
  expect(screen.getByText('No spam.')).toBeTruthy()
})

it('is in the language of its messages as a whole: names, times and "lang"', async () => {
  const { person, container } = renderForm({ locale: undefined, messages: { ...de, sendCode: 'SMS' } })
  await settled()
  expect(screen.getByLabelText('Land').textContent).toContain('Vereinigtes Königreich (+44)')
  expect(container.querySelector('.mpv-root')?.getAttribute('lang')).toBe('de')
  await person.user.type(screen.getByLabelText(de.phoneNumber), NUMBER)
  await person.press('SMS')
  await person.press(de.resendCode)
  expect(announced()).toMatch(/in (30|29) Sekunden/)
})

it('writes every number in the digits of its language, but for phone numbers and codes', async () => {
  const { person } = renderForm({ locale: undefined, messages: fa, codeLength: 6 })
  await person.user.type(screen.getByLabelText(fa.phoneNumber), NUMBER)
  await person.press(fa.sendCode)
  expect(screen.getByRole('timer').textContent).toMatch(/۰:(۳۰|۲۹)/)
  await person.press(fa.resendCode)
  expect(announced()).toMatch(/(۳۰|۲۹) ثانیه/)
  expect(document.body.textContent).toContain('+44 7400 123456')
  await person.user.type(screen.getByLabelText(fa.verificationCode), '1234567')
  expect(problem().textContent).toContain('۶')
})

it('names the countries in the language of the app', async () => {
  const { person } = renderForm({ locale: 'de' })
  await settled()
  expect(person.country.selectedOptions[0]?.textContent).toBe('Vereinigtes Königreich (+44)')
})

it.each([
  ['fr', 'St. Lucia (+1)'],
  ['en-GB', 'St Lucia (+1)'],
  ['en_GB', 'St Lucia (+1)'],
])('names them in English beside English words, on a page in %s', async (lang, name) => {
  writeDocumentIn(lang)
  const { person } = renderForm({ locale: undefined, defaultCountry: 'LC' })
  await advance(1000)
  expect(person.country.selectedOptions[0]?.textContent).toBe(name)
})

it('puts no brackets into brackets around the name of a country', async () => {
  const { person } = renderForm({ defaultCountry: 'MM' })
  await person.user.type(person.number, '09 212 3456')
  await person.press('Send code')
  expect(screen.getByText(/We’ve texted a code to/).textContent).toContain('(Myanmar – Burma).')
})

it.each(['en_US', 'none of your business'])('works on a page whose language is "%s"', async (lang) => {
  writeDocumentIn(lang)
  const { person } = renderForm({ locale: undefined })
  await advance(1000)
  expect(person.country.selectedOptions[0]?.textContent).toBe('United Kingdom (+44)')
  await person.askForCode()
  await person.press('Resend code')
  expect(announced()).toMatch(/resend the code in (30|29) seconds\./)
})

it.each([
  [{}, 'en'],
  [{ locale: 'de' }, 'en'],
  [{ locale: 'de', messages: de }, 'de'],
  [{ locale: undefined, messages: { sendCode: 'Text me' } }, 'en'],
  [{ locale: undefined, messages: de }, 'de'],
  [{ locale: 'de-AT', messages: de }, 'de'],
  [{ locale: 'eo', messages: { sendCode: 'Sendu kodon' } }, 'eo'],
])('says for %j in which language its words are', (props, language) => {
  const { container } = renderForm(props)
  expect(container.querySelector('.mpv-root')?.getAttribute('lang')).toBe(language)
})

function writeDocumentIn(lang: string) {
  document.documentElement.lang = lang
  onTestFinished(() => document.documentElement.removeAttribute('lang'))
}
