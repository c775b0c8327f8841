import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { NUMBER, renderForm, setUp, settled } from './person.js'

beforeEach(setUp)

it('goes back to the number, selected, and to the code again without another SMS', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await person.press('Change number')
  expect(document.activeElement).toBe(person.number)
  expect(person.number.value).toBe(NUMBER)
  expect([person.number.selectionStart, person.number.selectionEnd]).toEqual([0, NUMBER.length])
  expect(person.country.value).toBe('GB')
  await person.press('Send code')
  expect(document.activeElement).toBe(person.code)
  expect(person.asked).toHaveLength(1)
})

it('asks anew, with another secret, for another number', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await person.press('Change number')
  await person.user.keyboard('07400 654321{Enter}')
  await settled()
  expect(screen.getByText(/We’ve texted a code to/).textContent).toContain('+44 7400 654321')
  const [first, second] = person.asked
  expect(second).toMatchObject({ phone_number: '+447400654321', send_attempt: 1 })
  expect(second?.['client_secret']).not.toBe(first?.['client_secret'])
})

it('begins afresh on another homeserver', async () => {
  const { person, rerender } = renderForm()
  await person.askForCode()
  rerender({ homeserver: createMatrixClient({ baseUrl: 'https://other.example.org' }) })
  await settled()
  expect(person.button('Send code')).toBeTruthy()
})
