import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import { renderScreen } from './fieldScreen.js'
import { NUMBER, setUpBeforeLoading } from './person.js'

// A file of its own: nothing has loaded the numbering plans before this test.
it('keeps the country when the number of an account is changed before the numbering plans are here', async () => {
  setUpBeforeLoading()
  // The screen's type holds only what the field itself writes.
  const phone = { phoneNumber: '+447400654321' } as VerifiedPhone
  const { person } = renderScreen({ form: { defaultValues: { name: '', phone } } })
  await act(async () => fireEvent.click(person.button('Change number')))
  expect(person.number.value).toBe('+447400654321')
  expect(person.country.value).toBe('GB')
  fireEvent.change(person.number, { target: { value: NUMBER } })
  await act(async () => fireEvent.click(person.button('Send code')))
  await vi.waitFor(() => screen.getByLabelText('Verification code'))
  expect(person.asked).toMatchObject([{ phone_number: '+447400123456' }])
})
