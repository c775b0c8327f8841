import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { advance, NUMBER, renderForm, setUp, settled } from './person.js'

beforeEach(setUp)

it('takes class names and help from the app', async () => {
  const help = <a href="/help">Ask us</a>
  const { person, container } = renderForm({ help, classNames: { root: 'mine', primaryButton: 'big' } })
  expect(container.querySelector('.mpv-root.mine')).not.toBeNull()
  expect(person.button('Send code').className).toBe('mpv-primary-button big')
  await person.askForCode()
  expect(screen.getByRole('link', { name: 'Ask us' })).toBeTruthy()
})

it('offers the countries that the app names, the preferred ones first', async () => {
  const { person } = renderForm({ countries: ['FR', 'DE', 'GB'], preferredCountries: ['GB'] })
  await advance(1000)
  const offered = [...person.country.options].filter(({ disabled }) => !disabled)
  expect(offered.map(({ value }) => value)).toEqual(['GB', 'FR', 'DE'])
})

/** The browser's own region, which is not offered. */
const none = { defaultCountry: undefined }

const offers: [Parameters<typeof renderForm>[0], string, string][] = [
  [{ ...none, countries: ['DE', 'FR'], preferredCountries: ['FR'] }, '06 12 34 56 78', 'FR'],
  [{ ...none, countries: ['DE', 'FR'], preferredCountries: ['IT', 'FR'] }, '06 12 34 56 78', 'FR'],
  [{ ...none, countries: ['DE', 'FR'] }, '01512 3456789', 'DE'],
  [{ countries: ['gb', 'fr'] }, NUMBER, 'GB'],
  [{ ...none, countries: ['de', 'fr'], preferredCountries: ['fr'] }, '06 12 34 56 78', 'FR'],
  [{ countries: ['gb', 'fr'], defaultCountry: 'fr' }, '06 12 34 56 78', 'FR'],
]

it.each(offers)('with %j reads %s as a number of %s', async (options, typed, country) => {
  const { person } = renderForm(options)
  expect(person.country.value).toBe(country)
  await advance(1000)
  expect(person.country.value).toBe(country)
  await person.askForCode(typed)
  expect(person.asked).toMatchObject([{ country }])
})

it('follows the countries and the language that the app changes later', async () => {
  const { person, rerender } = renderForm({ countries: ['GB', 'FR'] })
  const offered = () => [...person.country.options].map(({ textContent }) => textContent)
  await advance(1000)
  expect(offered()).toEqual(['France (+33)', 'United Kingdom (+44)'])
  rerender({ countries: ['GB', 'FR', 'DE'] })
  await advance(1000)
  expect(offered()).toEqual(['France (+33)', 'Germany (+49)', 'United Kingdom (+44)'])
  rerender({ countries: ['GB', 'FR', 'DE'], locale: 'de' })
  await advance(1000)
  expect(offered()).toEqual(['Deutschland (+49)', 'Frankreich (+33)', 'Vereinigtes Königreich (+44)'])
})

it('shows a number that the app fills in, and asks nobody about it', async () => {
  const { person } = renderForm({ defaultPhoneNumber: '+33639980001' })
  await settled()
  expect(person.number.value).toBe('+33 6 39 98 00 01')
  expect(person.country.value).toBe('FR')
  expect(person.homeserver.requests).toEqual([])
})

it('can be disabled, in each step', async () => {
  const { person, rerender } = renderForm({ defaultPhoneNumber: '+447400123456' })
  await settled()
  rerender({ disabled: true })
  expect(person.number.disabled && person.country.disabled).toBe(true)
  await person.press('Send code')
  expect(person.asked).toEqual([])
  rerender({ disabled: false })
  await person.press('Send code')
  rerender({ disabled: true })
  expect(person.code.disabled).toBe(true)
  const buttons = screen.getAllByRole<HTMLButtonElement>('button')
  expect(buttons.map(({ disabled }) => disabled)).toEqual([true, true, true])
})

const buttons: [string, string, Parameters<typeof renderForm>[0]][] = [
  ['Send anyway', '020 7946 0958', {}],
  ['Use +33 6 12 34 56 78 (France)', '33612345678', {}],
  ['Try again', NUMBER, { scenario: 'gateway-down' }],
  ['Sign in instead', NUMBER, { scenario: 'number-in-use', onRecovery: () => undefined }],
  ['Read the terms', NUMBER, { scenario: 'terms-not-signed', onRecovery: () => undefined }],
  ['I’ve confirmed my number', NUMBER, { scenario: 'no-submit-url', checkExternal: async () => false }],
  ['Go back', NUMBER, { scenario: 'not-supported' }],
  ['Change number', NUMBER, { scenario: 'slow' }],
]

it.each(buttons)(
  'has no button that can be pressed while it is disabled: %s',
  async (name, typed, options) => {
    const { person, rerender } = renderForm(options)
    await person.user.type(person.number, typed)
    await person.press('Send code')
    await advance(10_000)
    rerender({ disabled: true })
    expect(person.button(name)).toHaveProperty('disabled', true)
    const pressable = screen.getAllByRole<HTMLButtonElement>('button').filter(({ disabled }) => !disabled)
    expect(pressable).toEqual([])
  },
)
