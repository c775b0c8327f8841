import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { advance, NUMBER, renderForm, setUp, settled, SHOWN } from './person.js'

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
  expect(screen.getByText(/We texted a code to/).textContent).toContain('+44 7400 654321')
  const [first, second] = person.asked
  expect(second).toMatchObject({ phone_number: '+447400654321', send_attempt: 1 })
  expect(second?.['client_secret']).not.toBe(first?.['client_secret'])
})

it('leaves the focus alone when it comes up, also on a page that was reloaded', async () => {
  const { person, reload } = renderForm()
  await advance(1000)
  expect(document.activeElement).toBe(document.body)
  await person.askForCode()
  reload()
  await settled()
  expect(person.code).toBeTruthy()
  expect(document.activeElement).toBe(document.body)
})

it('leaves the focus with somebody who went on to another field of the page', async () => {
  const other = document.createElement('input')
  document.body.append(other)
  const { person } = renderForm({ scenario: 'slow' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await person.user.click(other)
  person.homeserver.release()
  await settled()
  expect(person.code).toBeTruthy()
  expect(document.activeElement).toBe(other)
})

it('shows the code step after a reload, and the number after that, without a request', async () => {
  const { person, reload } = renderForm()
  await person.askForCode()
  const requests = person.homeserver.requests.length
  reload()
  await settled()
  expect(screen.getByText(/We texted a code to/).textContent).toContain(SHOWN)
  await person.press('Change number')
  expect(person.number.value).toBe(SHOWN)
  expect(person.country.value).toBe('GB')
  expect(person.homeserver.requests).toHaveLength(requests)
})

it('shows the number that was texted after a reload, not the one that the app fills in', async () => {
  const { person, reload } = renderForm({ defaultPhoneNumber: '+33639980001' })
  await settled()
  await person.user.clear(person.number)
  await person.askForCode('+44 7400 123456')
  reload()
  await settled()
  await person.press('Change number')
  expect(person.number.value).toBe(SHOWN)
  expect(person.country.value).toBe('GB')
})

it('begins afresh on another homeserver', async () => {
  const { person, rerender } = renderForm()
  await person.askForCode()
  rerender({ homeserver: createMatrixClient({ baseUrl: 'https://other.example.org' }) })
  await settled()
  expect(person.button('Send code')).toBeTruthy()
})

it('remembers the country that was texted, where the app names none', async () => {
  const { person, reload } = renderForm({ defaultCountry: undefined })
  await settled()
  expect(person.country.value).toBe('US')
  await person.askForCode('+44 7400 123456')
  reload({ id: 'another form' })
  await settled()
  expect(person.country.value).toBe('GB')
})
