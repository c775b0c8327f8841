import { act, render, screen } from '@testing-library/react'
import { useFieldArray, useForm, type UseFieldArrayReturn, type UseFormReturn } from 'react-hook-form'
import { beforeEach, expect, it, vi } from 'vitest'
import { PhoneVerificationField } from '../../src/form/PhoneVerificationField.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import { connect } from './connect.js'
import { NUMBER, Person, settled, setUp, Surroundings } from './person.js'

beforeEach(setUp)

interface People {
  people: { name: string; phone: VerifiedPhone | null }[]
}

/** A form of two people with a number each, and a person before it. */
function renderRows({ hasIds = true } = {}) {
  const { homeserver, client } = connect()
  const app: { form?: UseFormReturn<People>; array?: UseFieldArrayReturn<People, 'people'> } = {}
  function Screen() {
    const people = ['Alice', 'Bob'].map((name) => ({ name, phone: null }))
    const form = useForm<People>({ defaultValues: { people } })
    const array = useFieldArray({ control: form.control, name: 'people' })
    Object.assign(app, { form, array })
    return array.fields.map((row, index) => (
      <div key={row.id} data-testid={row.name}>
        <PhoneVerificationField
          name={`people.${index}.phone`}
          id={hasIds ? row.id : undefined}
          control={form.control}
          homeserver={client}
          purpose="register"
          defaultCountry="GB"
          locale="en"
        />
      </div>
    ))
  }
  render(<Screen />, { wrapper: Surroundings })
  const person = new Person(homeserver)
  const input = (name: string, type: string) =>
    screen
      .getByTestId(name)
      .querySelector<HTMLInputElement>(`input[autocomplete="${type}"]`) as HTMLInputElement
  const ask = async (name: string) => {
    await person.user.type(input(name, 'tel'), `${NUMBER}{Enter}`)
    await settled()
  }
  return {
    ask,
    verify: async (name: string) => {
      await ask(name)
      await person.user.type(input(name, 'one-time-code'), `${person.readCode()}{Enter}`)
      await settled()
    },
    change: async (change: (array: UseFieldArrayReturn<People, 'people'>) => void) => {
      await act(async () => change(app.array as UseFieldArrayReturn<People, 'people'>))
      await settled()
    },
    /** Whose numbers are verified in the form's values. */
    verified: () =>
      app.form
        ?.getValues('people')
        .filter(({ phone }) => phone !== null)
        .map(({ name }) => name),
    shows: (name: string, words: RegExp) => words.test(screen.getByTestId(name).textContent),
  }
}

const CHANGES: [string, (array: UseFieldArrayReturn<People, 'people'>) => void][] = [
  ['another row is put before it', (array) => array.prepend({ name: 'Carol', phone: null })],
  ['the rows are swapped', (array) => array.swap(0, 1)],
  ['it is moved', (array) => array.move(0, 1)],
  ['the row after it is removed', (array) => array.remove(1)],
]

it.each(CHANGES)('keeps the proof in the row of its person when %s', async (_, change) => {
  const rows = renderRows()
  await rows.verify('Alice')
  await rows.change(change)
  expect(rows.verified()).toEqual(['Alice'])
  expect(rows.shows('Alice', /is verified/)).toBe(true)
  expect(screen.getAllByRole('heading')).toHaveLength(1)
})

it.each(CHANGES)('keeps the code step in the row of its person when %s', async (_, change) => {
  const rows = renderRows()
  await rows.ask('Alice')
  await rows.change(change)
  expect(rows.shows('Alice', /Verification code/)).toBe(true)
  expect(screen.getAllByLabelText('Verification code')).toHaveLength(1)
})

it('gives the proof of a removed row to no other row', async () => {
  const rows = renderRows()
  await rows.verify('Alice')
  await rows.change((array) => array.remove(0))
  expect(rows.verified()).toEqual([])
  expect(rows.shows('Bob', /is verified/)).toBe(false)
})

it('keeps the code step of a row when the one before it is removed', async () => {
  const rows = renderRows()
  await rows.ask('Bob')
  await rows.change((array) => array.remove(0))
  expect(rows.shows('Bob', /Verification code/)).toBe(true)
})

it('says in the console that a row needs its id', () => {
  renderRows({ hasIds: false })
  const said = vi.mocked(console.error).mock.calls.map(([text]) => String(text))
  vi.mocked(console.error).mockClear()
  expect(said).toContainEqual(expect.stringMatching(/"people\.1\.phone".*id=\{row\.id\}/))
})

it('says nothing of an id where a row has one', () => {
  renderRows()
  expect(console.error).not.toHaveBeenCalled()
})
