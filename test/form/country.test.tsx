import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { NUMBER, problem, renderForm, settled, setUp } from './person.js'

beforeEach(setUp)

it('asks only about numbers of countries that the app offers', async () => {
  const { person } = renderForm({ countries: ['DE'], defaultCountry: 'DE' })
  await person.user.type(person.number, '33612345678')
  await person.press('Send code')
  expect(problem().textContent).toContain('Did you mean +49 3361 2345678?')
  const names = screen.getAllByRole('button').map(({ textContent }) => textContent)
  expect(names).toEqual(['Send code', 'Use +49 3361 2345678 (Germany)'])
})

it('stays as it is while the number is sent', async () => {
  const { person } = renderForm({ scenario: 'slow' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(person.country.disabled).toBe(true)
  person.homeserver.release()
  await settled()
  expect(person.code).toBeTruthy()
})
