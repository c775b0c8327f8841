import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { renderForm, setUp, settled, SHOWN } from './person.js'

beforeEach(setUp)

it('shows the code step after a reload, and the number after that, without a request', async () => {
  const { person, reload } = renderForm()
  await person.askForCode()
  const requests = person.homeserver.requests.length
  reload()
  await settled()
  expect(screen.getByText(/We’ve texted a code to/).textContent).toContain(SHOWN)
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

it('remembers the country that was texted, where the app names none', async () => {
  const { person, reload } = renderForm({ defaultCountry: undefined })
  await settled()
  expect(person.country.value).toBe('US')
  await person.askForCode('+44 7400 123456')
  reload({ id: 'another form' })
  await settled()
  expect(person.country.value).toBe('GB')
})

it('takes what is no country for none, though the tab remembers it', async () => {
  const first = renderForm({ defaultCountry: undefined })
  await first.person.askForCode('+44 7400 123456')
  for (const [key, kept] of Object.entries(sessionStorage)) {
    if (kept === 'GB') sessionStorage.setItem(key, 'Ruritania')
  }
  first.reload({ id: 'another form' })
  await settled()
  expect(first.person.country.value).toBe('US')
})

it('keeps nothing in the tab where the app wants no storage', async () => {
  const { person, reload } = renderForm({ storage: false })
  await person.askForCode()
  await person.submitCode(person.readCode())
  expect(sessionStorage).toHaveLength(0)
  reload()
  await settled()
  expect(person.number.value).toBe('')
})
