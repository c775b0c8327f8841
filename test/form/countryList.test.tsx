import { fireEvent } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderForm, setUp } from './person.js'

beforeEach(async () => {
  await setUp()
  // A page that is never idle.
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  return () => vi.unstubAllGlobals()
})

it.each([
  ['a press', (element: Element) => fireEvent.pointerDown(element)],
  ['a press of the mouse', (element: Element) => fireEvent.mouseDown(element)],
  ['a key', (element: Element) => fireEvent.keyDown(element, { key: 'ArrowDown' })],
  ['the focus', (element: Element) => fireEvent.focus(element)],
])('lists all countries at once on %s, if no idle time came before', (_, open) => {
  const { person } = renderForm()
  expect(person.country.options).toHaveLength(1)
  open(person.country)
  expect(person.country.options.length).toBeGreaterThan(200)
  expect(person.country.value).toBe('GB')
})

it('lists other countries at once when the app prefers others', () => {
  const { person, rerender } = renderForm()
  fireEvent.focus(person.country)
  rerender({ preferredCountries: ['FR', 'IN'] })
  expect([...person.country.options].slice(0, 3).map(({ value }) => value)).toEqual([
    'FR',
    'IN',
    '──────────',
  ])
})

it.each([
  ['ar', 'المملكة المتحدة (\u2066+44\u2069)'],
  ['he', 'בריטניה (\u2066+44\u2069)'],
  ['fa', 'بریتانیا (\u2066+44\u2069)'],
  ['ja', 'イギリス (+44)'],
])('keeps the plus on the left of the calling code in %s, closed and open', (locale, label) => {
  const { person } = renderForm({ locale })
  expect(person.country.selectedOptions[0]?.textContent).toBe(label)
  fireEvent.focus(person.country)
  expect(person.country.selectedOptions[0]?.textContent).toBe(label)
})
