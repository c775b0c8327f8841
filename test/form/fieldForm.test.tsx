import { act, render, screen } from '@testing-library/react'
import { useFieldArray, useForm, type UseFormProps } from 'react-hook-form'
import { beforeEach, describe, expect, it } from 'vitest'
import { PhoneVerificationField } from '../../src/form/PhoneVerificationField.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import { en } from '../../src/messages/en.js'
import { connect } from './connect.js'
import { renderScreen, verify, type Values } from './fieldScreen.js'
import { describedBy, Person, queryProblem, setUp, settled, Surroundings } from './person.js'

beforeEach(setUp)

const missing = (field: Element) => describedBy(field).includes(en.verifyFirst)

describe('a missing number is said', () => {
  it.each<[string, UseFormProps<Values>['mode'], boolean]>([
    ['on leaving the field', 'onBlur', true],
    ['on leaving the field', 'onTouched', true],
    ['on leaving the field', 'all', true],
    ['not on leaving the field', 'onChange', false],
    ['not on leaving the field', 'onSubmit', false],
  ])('%s, in the mode %s', async (_when, mode, isSaid) => {
    const { person } = renderScreen({
      form: { defaultValues: { name: '', phone: null }, ...(mode && { mode }) },
    })
    await person.user.click(person.number)
    await person.user.click(screen.getByLabelText('Name'))
    await settled()
    expect(missing(person.number)).toBe(isSaid)
  })

  it('when the number that was verified is changed, in the mode onChange', async () => {
    const { person } = renderScreen({ form: { defaultValues: { name: '', phone: null }, mode: 'onChange' } })
    await verify(person)
    await person.press('Change number')
    expect(missing(person.number)).toBe(true)
  })

  it('when the form is checked by trigger', async () => {
    const { person, form } = renderScreen()
    await act(async () => {
      await form.trigger('phone')
    })
    expect(missing(person.number)).toBe(true)
  })

  it.each(['onChange', 'onSubmit'] as const)(
    'until it is verified, or until it is submitted again, by the reValidateMode %s',
    async (reValidateMode) => {
      const { person } = renderScreen({
        form: { defaultValues: { name: '', phone: null }, reValidateMode },
      })
      await person.press('Create account')
      expect(missing(person.number)).toBe(true)
      await verify(person)
      expect(queryProblem() === null).toBe(reValidateMode === 'onChange')
    },
  )
})

it('shows an error that the app sets, until the app clears it', async () => {
  const { person, form } = renderScreen()
  await act(async () => form.setError('phone', { message: 'Prove it.' }))
  expect(describedBy(person.number)).toBe('Prove it.')
  await act(async () => form.clearErrors('phone'))
  expect(person.number.hasAttribute('aria-invalid')).toBe(false)
})

it('tells the form whether it is changed, touched and valid', async () => {
  const { person, form } = renderScreen()
  await verify(person)
  expect(form.getFieldState('phone')).toMatchObject({ isDirty: true, invalid: false })
  await person.press('Change number')
  expect(form.getFieldState('phone')).toMatchObject({ isDirty: false })
  await person.user.click(screen.getByLabelText('Name'))
  expect(form.getFieldState('phone')).toMatchObject({ isTouched: true })
})

it('keeps the code that is awaited while the form is validated, which may take its time', async () => {
  const answers: (() => void)[] = []
  const { person, form } = renderScreen({
    resolver: (values) =>
      new Promise((resolve) => {
        answers.push(() =>
          resolve({ values: {}, errors: { phone: { type: 'custom', message: `Not yet, ${values.name}.` } } }),
        )
      }),
    around: (field, { formState }) => (
      <>
        {field}
        <output>{formState.isValidating ? 'Validating' : 'Validated'}</output>
      </>
    ),
  })
  const state = screen.getByText('Validated')
  await person.askForCode()
  await person.user.type(screen.getByLabelText('Name'), 'Alice')
  let validated: Promise<boolean> | undefined
  act(() => {
    validated = form.trigger('phone')
  })
  await settled()
  expect(state.textContent).toBe('Validating')
  expect(person.code.hasAttribute('aria-invalid')).toBe(false)
  answers.forEach((answer) => answer())
  await act(async () => {
    await validated
  })
  expect(state.textContent).toBe('Validated')
  expect(describedBy(person.code)).toContain('Not yet, Alice.')
})

it('stays as it is in a list of fields when another row comes and goes', async () => {
  const { homeserver, client } = connect()
  interface People {
    people: { phone: VerifiedPhone | null }[]
  }
  function Screen() {
    const { control } = useForm<People>({ defaultValues: { people: [{ phone: null }] } })
    const { fields, append, remove } = useFieldArray({ control, name: 'people' })
    return (
      <form>
        {fields.slice(0, 1).map(({ id }) => (
          <PhoneVerificationField
            key={id}
            id={id}
            name="people.0.phone"
            control={control}
            homeserver={client}
            purpose="register"
            defaultCountry="GB"
            locale="en"
          />
        ))}
        <button type="button" onClick={() => append({ phone: null }, { shouldFocus: false })}>
          More
        </button>
        <button type="button" onClick={() => remove(1)}>
          Less
        </button>
      </form>
    )
  }
  render(<Screen />, { wrapper: Surroundings })
  const person = new Person(homeserver)
  await person.askForCode()
  await person.press('More')
  await person.press('Less')
  expect(person.code).toBeTruthy()
  await person.submitCode(person.readCode())
  expect(screen.getByText(/is verified/)).toBeTruthy()
})
