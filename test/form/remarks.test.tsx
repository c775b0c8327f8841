import { act, fireEvent } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import {
  advance,
  announced,
  NUMBER,
  type Person,
  problem,
  queryProblem,
  renderForm,
  seeProblem,
  settled,
  setUp,
} from './person.js'

beforeEach(setUp)

it('says nothing while a number is typed for the first time, nor on leaving the empty field', async () => {
  const { person } = renderForm()
  await person.user.click(person.number)
  await person.user.tab()
  expect(queryProblem()).toBeNull()
  await person.user.type(person.number, '0740')
  expect(queryProblem()).toBeNull()
})

const impossible: [string, RegExp][] = [
  ['07400 1234', /too short/],
  ['07400 123456 789', /too long/],
  ['+999 1234567', /This country code doesn’t exist/],
  ['0800 FLOWERS', /can’t have letters in it/],
  ['07400@123456', /signs like # or @/],
  ['07400 123456 or 07400 654321', /more than one number/],
  ['020 7946 0958 ext. 12', /can’t reach an extension/],
  ['+800 1234 5678', /can’t get texts/],
]

it.each(impossible)('says on leaving the field what is wrong with %s', async (typed, words) => {
  const { person } = renderForm()
  await person.user.type(person.number, typed)
  await person.user.tab()
  await settled()
  seeProblem(person.number, words, typed)
  expect(document.activeElement).not.toBe(person.number)
})

it.each(impossible)('says on sending what is wrong with %s, and leads there', async (typed, words) => {
  const { person } = renderForm()
  await person.user.type(person.number, `${typed}{Enter}`)
  await settled()
  seeProblem(person.number, words, typed)
  expect(document.activeElement).toBe(person.number)
  expect(person.asked).toEqual([])
})

it('does not call a number wrong again while it is being corrected', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '07400 12{Enter}')
  await settled()
  await person.user.type(person.number, '3')
  await settled()
  expect(queryProblem()).toBeNull()
  await person.user.type(person.number, '456{Enter}')
  await settled()
  expect(person.asked).toHaveLength(1)
})

it('says on leaving the field what is wrong, also after a button was pressed', async () => {
  const { person } = renderForm()
  await person.press('Send code')
  await person.user.keyboard('07400 12')
  await person.user.tab()
  await settled()
  seeProblem(person.number, /too short/, '07400 12')
})

it('says nothing of a number that is changed while it is read', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '07400 12')
  await act(async () => {
    fireEvent.blur(person.number)
    fireEvent.input(person.number, { target: { value: NUMBER }, inputType: 'insertText' })
  })
  await settled()
  expect(queryProblem()).toBeNull()
})

it('asks which number was meant, and sends to the answer', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '33612345678')
  await person.press('Send code')
  const question = problem()
  expect(question.textContent).toContain('Did you mean +33 6 12 34 56 78?')
  expect(document.activeElement).toBe(question)
  expect(person.number.value).toBe('33612345678')
  await person.press('Use +33 6 12 34 56 78 (France)')
  expect(person.asked).toMatchObject([{ country: 'FR', phone_number: '+33612345678' }])
})

it('takes the answer to a question that was asked on leaving the field, without sending', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '33612345678')
  await person.user.tab()
  await settled()
  await person.press('Use +33 6 12 34 56 78 (France)')
  expect(person.number.value).toBe('+33 6 12 34 56 78')
  expect(person.country.value).toBe('FR')
  expect(person.asked).toEqual([])
  expect(document.activeElement).toBe(person.button('Send code'))
})

it('warns of a landline, once, and sends to it anyway', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '020 7946 0958')
  await person.press('Send code')
  expect(problem().textContent).toContain('doesn’t look like a mobile number')
  expect(person.number.hasAttribute('aria-invalid')).toBe(false)
  await person.press('Send anyway')
  expect(person.asked).toMatchObject([{ phone_number: '+442079460958' }])
  await person.press('Change number')
  await person.press('Send code')
  expect(queryProblem()).toBeNull()
  expect(person.asked).toHaveLength(1)
})

it('asks beside the warning for the number that may be meant, and sends to it', async () => {
  const { person } = renderForm({ defaultCountry: 'AR' })
  await person.user.type(person.number, '11 2345-6789')
  await person.press('Send code')
  const { textContent } = problem()
  expect(textContent).toContain('doesn’t look like a mobile number')
  expect(textContent).toContain('Did you mean +54 9 11 2345 6789?')
  await person.press('Use +54 9 11 2345 6789 (Argentina)')
  expect(person.asked).toMatchObject([{ country: 'AR', phone_number: '+5491123456789' }])
})

it('sends to the number as it is typed, though another one may be meant', async () => {
  const { person } = renderForm({ defaultCountry: 'AR' })
  await person.user.type(person.number, '11 2345-6789')
  await person.press('Send code')
  await person.press('Send anyway')
  expect(person.asked).toMatchObject([{ country: 'AR', phone_number: '+541123456789' }])
})

it('asks about a number that moved to another country, and warns of nothing', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '+377 44 123 456')
  await person.press('Send code')
  const { textContent } = problem()
  expect(textContent).toContain('Did you mean +383 44 123 456?')
  expect(textContent).not.toContain('doesn’t look like')
  await person.press('Use +383 44 123 456 (Kosovo)')
  expect(person.asked).toMatchObject([{ country: 'XK', phone_number: '+38344123456' }])
})

it('does not ask again about the number that was the answer', async () => {
  const { person } = renderForm({ defaultCountry: 'IN' })
  await person.user.type(person.number, '919876543210')
  await person.user.tab()
  await settled()
  await person.press('Use +91 919876543210 (India)')
  await person.press('Send code')
  expect(problem().textContent).toContain('doesn’t look like a mobile number')
  await person.press('Send anyway')
  expect(person.asked).toMatchObject([{ country: 'IN', phone_number: '+91919876543210' }])
})

it('asks for no number of a country that is not offered', async () => {
  const { person } = renderForm({ countries: ['MC', 'GB'] })
  await person.user.type(person.number, '+377 44 123 456')
  await person.press('Send code')
  expect(queryProblem()).toBeNull()
  expect(person.asked).toMatchObject([{ country: 'MC', phone_number: '+37744123456' }])
})

it('leads to the warning again when "Send code" is pressed again', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '020 7946 0958')
  await person.press('Send code')
  await person.press('Send code')
  expect(document.activeElement).toBe(problem())
  expect(person.asked).toEqual([])
})

const changes = {
  number: (person: Person) => person.user.type(person.number, '{Backspace}'),
  country: (person: Person) => person.user.selectOptions(person.country, 'FR'),
}

it.each([
  ['a question', '33612345678', 'number'],
  ['a question', '33612345678', 'country'],
  ['a warning', '020 7946 0958', 'number'],
  ['a warning', '020 7946 0958', 'country'],
  ['what is wrong', '07400 12', 'number'],
  ['what is wrong', '07400 12', 'country'],
] as const)('forgets %s about %s when the %s is changed', async (_remark, typed, changed) => {
  const { person } = renderForm()
  await advance(1000)
  await person.user.type(person.number, typed)
  await person.press('Send code')
  expect(problem()).toBeTruthy()
  await changes[changed](person)
  await settled()
  expect(queryProblem()).toBeNull()
  expect(person.number.hasAttribute('aria-invalid')).toBe(false)
})

it('switches the country for an international number on leaving the field, and says so', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '0044 20 7946 0958')
  expect(person.country.value).toBe('GB')
  await person.user.clear(person.number)
  await person.user.type(person.number, '0033 6 39 98 00 01')
  expect(person.country.value).toBe('GB')
  await person.user.tab()
  await settled()
  expect(person.country.value).toBe('FR')
  expect(person.number.value).toBe('+33 6 39 98 00 01')
  expect(announced()).toContain('Country changed: France.')
})

it('switches it at once for a number that is pasted, and keeps the focus', async () => {
  const { person } = renderForm()
  await person.user.click(person.number)
  await person.user.paste('+33 6 39 98 00 01')
  await settled()
  expect(person.country.value).toBe('FR')
  expect(document.activeElement).toBe(person.number)
})

it('keeps the country of a field that is cleared', async () => {
  const { person } = renderForm()
  await advance(1000)
  await person.user.selectOptions(person.country, 'FR')
  await person.user.type(person.number, '06 39 98')
  await person.user.clear(person.number)
  await person.user.type(person.number, '06 12 34 56 78{Enter}')
  await settled()
  expect(person.asked).toMatchObject([{ country: 'FR', phone_number: '+33612345678' }])
})

it('refuses a number of a country that the app does not offer', async () => {
  const { person } = renderForm({ countries: ['GB', 'IE'] })
  await person.user.type(person.number, '+33 6 39 98 00 01{Enter}')
  await settled()
  seeProblem(person.number, /from this country aren’t supported/, '+33 6 39 98 00 01')
  expect(person.country.value).toBe('GB')
  expect(person.asked).toEqual([])
})

it('leaves a national number as it is dialled at home', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '07400123456')
  await person.user.tab()
  await settled()
  expect(person.number.value).toBe(NUMBER)
})
