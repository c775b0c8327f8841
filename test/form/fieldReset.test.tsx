import { act, render, screen } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { beforeEach, describe, expect, it } from 'vitest'
import { PhoneVerificationField } from '../../src/form/PhoneVerificationField.js'
import { connect } from './connect.js'
import { renderScreen, SAVED, type Values } from './fieldScreen.js'
import { Person, setUp, settled, Surroundings } from './person.js'

beforeEach(setUp)

/** `setValues`, which older versions of react-hook-form do not have. */
function setValues(form: Screen['form'], values: Partial<Values>) {
  if ('setValues' in form) form.setValues(values)
}

type Screen = ReturnType<typeof renderScreen>

describe('a code that is awaited', () => {
  const kept: [string, (form: Screen['form']) => void][] = [
    ['reset keeps the values', (form) => form.reset(undefined, { keepValues: true })],
    ['reset keeps what was changed', (form) => form.reset(undefined, { keepDirtyValues: true })],
    ['another field is set', (form) => form.setValue('name', 'Alice')],
    [
      'values are set in which its own is the same',
      (form) => setValues(form, { name: 'Alice', phone: null }),
    ],
    ['another field is reset', (form) => form.resetField('name')],
    ['another field goes away', (form) => form.unregister('name')],
    ['the form is checked', (form) => void form.trigger()],
    ['an error is set', (form) => form.setError('phone', { message: 'Prove it.' })],
    ['errors are cleared', (form) => form.clearErrors()],
  ]

  it.each(kept)('stays when %s', async (_what, change) => {
    const { person, form } = renderScreen()
    await person.askForCode()
    await act(async () => change(form))
    await settled()
    expect(screen.queryByLabelText('Verification code')).not.toBeNull()
  })

  const emptied: [string, (form: Screen['form']) => void][] = [
    ['reset', (form) => form.reset()],
    ['reset with values', (form) => form.reset({ name: 'Alice', phone: null })],
    ['reset that keeps what was touched', (form) => form.reset(undefined, { keepTouched: true })],
    ['resetField', (form) => form.resetField('phone')],
    ['resetField that keeps what was touched', (form) => form.resetField('phone', { keepTouched: true })],
    ['setValue', (form) => form.setValue('phone', null)],
  ]

  it.each(emptied)('gives way to an empty field after %s', async (_what, change) => {
    const { person, form } = renderScreen()
    await person.askForCode()
    await act(async () => change(form))
    await settled()
    expect(person.number.value).toBe('')
  })

  it('gives way to a number that the form is reset to', async () => {
    const { person, form } = renderScreen()
    await person.askForCode()
    await act(async () => form.reset({ name: '', phone: SAVED }))
    await settled()
    expect(screen.getByText(/is verified/).textContent).toContain('+33 6 39 98 00 01')
  })

  it.each([
    [{ keepDirtyValues: true }, 'Hello'],
    [undefined, ''],
  ])(
    'stays when the server has fresh values for what nobody changed, with the resetOptions %j',
    async (resetOptions, bio) => {
      const { homeserver, client } = connect()
      function Profile({ name }: { name: string }) {
        const { control, register } = useForm<Values & { bio: string }>({
          values: { name, bio: '', phone: null },
          ...(resetOptions && { resetOptions }),
        })
        return (
          <form>
            <input aria-label="Name" {...register('name')} />
            <input aria-label="Bio" {...register('bio')} />
            <PhoneVerificationField
              name="phone"
              control={control}
              homeserver={client}
              purpose="register"
              defaultCountry="GB"
              locale="en"
            />
          </form>
        )
      }
      const first = render(<Profile name="Alice" />, { wrapper: Surroundings })
      const person = new Person(homeserver)
      await person.user.type(screen.getByLabelText('Bio'), 'Hello')
      await person.askForCode()
      first.rerender(<Profile name="Alice Liddell" />)
      await settled()
      expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Alice Liddell')
      expect(screen.getByLabelText('Bio')).toHaveProperty('value', bio)
      expect(screen.queryByLabelText('Verification code')).not.toBeNull()
      first.unmount()
      render(<Profile name="Alice Liddell" />, { wrapper: Surroundings })
      await settled()
      expect(screen.queryByLabelText('Verification code')).not.toBeNull()
    },
  )
})

it('is emptied by reset before anybody left it', async () => {
  const { person, form } = renderScreen()
  await person.user.type(person.number, '07400 12')
  await act(async () => form.resetField('phone'))
  await settled()
  expect(person.number.value).toBe('')
})
