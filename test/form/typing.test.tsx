import { fireEvent } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { createTyping } from '../../src/form/number/typing.js'
import { advance, announced, renderForm, setUp, settled } from './person.js'

beforeEach(setUp)

it('tells of the country that a number brought along once, when the typing pauses', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '+3361')
  expect(person.country.value).toBe('FR')
  expect(person.number.value).toBe('+33 6 1')
  expect(announced()).not.toContain('Country')
  await advance(1000)
  expect(announced()).toContain('Country changed: France.')
})

it('tells of it on leaving, if that comes first, and not twice', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '+33612345678')
  await person.user.tab()
  expect(announced()).toContain('Country changed: France.')
})

it('tells of no country that is the same again when the typing pauses', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '+33{Backspace}{Backspace}44')
  await advance(2000)
  expect(person.country.value).toBe('GB')
  expect(announced()).not.toContain('Country')
})

it('follows to no country that the app does not offer', async () => {
  const { person } = renderForm({ countries: ['GB', 'DE'] })
  await person.user.type(person.number, '+336')
  expect(person.country.value).toBe('GB')
  await person.user.type(person.number, '{Backspace>3}49')
  expect(person.country.value).toBe('DE')
})

it('never overrules the country that a person chose among those that share a calling code', async () => {
  const { person } = renderForm()
  fireEvent.focus(person.country)
  await person.user.selectOptions(person.country, 'CA')
  await person.user.type(person.number, '+12025550123')
  await person.user.tab()
  expect(person.country.value).toBe('CA')
})

it.each([
  ['US', '+1 204 234 5678', 'CA'],
  ['RU', '+7 701 123 4567', 'KZ'],
  ['GB', '+44 7797 712345', 'JE'],
  ['US', '+1 202 555 0123', 'US'],
  ['GB', '+44 7400 123456', 'GB'],
])(
  'takes the country that it began with for no choice: %s, then %s',
  async (defaultCountry, typed, country) => {
    const { person, rerender } = renderForm({ defaultCountry: undefined })
    rerender({ defaultCountry })
    await person.user.type(person.number, typed)
    expect(person.country.value).toBe(country)
    await person.user.tab()
    await settled()
    expect(person.country.value).toBe(country)
    await person.press('Send code')
    expect(person.asked).toMatchObject([{ country }])
  },
)

it('undoes a country with the number that brought it along, and follows again', async () => {
  const { person } = renderForm({ defaultCountry: 'US' })
  await person.user.type(person.number, '+1204')
  expect(person.country.value).toBe('CA')
  await person.user.keyboard('{Control>}z{/Control}')
  expect([person.number.value, person.country.value]).toEqual(['', 'US'])
  await person.user.type(person.number, '+1 204')
  expect(person.country.value).toBe('CA')
  await person.user.clear(person.number)
  await person.user.type(person.number, '+1 202')
  expect(person.country.value).toBe('US')
})

it('reads what was typed in a country that is chosen afterwards', async () => {
  const { person } = renderForm()
  await person.user.type(person.number, '0612345678')
  await person.user.tab({ shift: true })
  await settled()
  expect(person.number.value).toBe('+44 612345678')
  fireEvent.focus(person.country)
  await person.user.selectOptions(person.country, 'FR')
  expect(person.number.value).toBe('06 12 34 56 78')
})

it('leaves everything as it is typed until the field is left, if the app wants that', async () => {
  const { person } = renderForm({ formatAsYouType: false })
  await person.user.type(person.number, '+33612345678')
  await advance(2000)
  expect([person.number.value, person.country.value]).toEqual(['+33612345678', 'GB'])
  await person.user.tab()
  await settled()
  expect([person.number.value, person.country.value]).toEqual(['+33 6 12 34 56 78', 'FR'])
})

it('leaves what is dragged within the field alone until it is dropped', () => {
  const typing = createTyping()
  const input = document.createElement('input')
  const readAfter = (value: string, inputType: string) => {
    input.value = value
    return typing.read(input, new InputEvent('input', { inputType }))
  }
  typing.keep({ text: '07400 123456', start: 12, end: 12 }, true)
  expect(readAfter('07400 3456', 'deleteByDrag').isFixed).toBe(true)
  expect(readAfter('1207400 3456', 'insertFromDrop')).toMatchObject({ by: 'filling', isFixed: false })
})
